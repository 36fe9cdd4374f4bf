// SPDX-License-Identifier: MIT
//
// What a page says to the new version that waits.

export const kUpdateRequest = "junheng.update";

export function isUpdateRequest(data: unknown): boolean {
  return data === kUpdateRequest;
}
