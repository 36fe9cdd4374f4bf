// SPDX-License-Identifier: MIT
//
// What stands on every page of a paper: nobody shall take it for one that was issued.

export const kDraft = "草稿 · 由均衡尺按所填数据生成，未经审定";
