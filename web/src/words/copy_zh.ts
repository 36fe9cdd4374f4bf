// SPDX-License-Identifier: MIT
//
// Words of the button that copies a table (kit/copy_table.ts), said by every view that has tables.

export const copyZh = {
  copyTable: "复制表",
  copyOf: "复制表：{caption}",
  copied: "已复制，可粘贴到 Excel 或 WPS。",
  guardedCopy:
    "其中 {count} 格以 = + - @ 之类开头（第一个：第 {row} 行第 {column} 格“{text}”），前面加了撇号（'），免得被当作公式计算；再粘贴回均衡尺时自动去掉。",
  guardedFile:
    "文件已保存。其中 {count} 格以 = + - @ 之类开头（第一个：第 {row} 行第 {column} 列“{text}”），前面加了撇号（'），免得表格软件当作公式计算；均衡尺读回时自动去掉。",
  notCopied: "浏览器不让复制：请选中表格，按 Ctrl+C。",
};

export type CopyWords = typeof copyZh;
