// SPDX-License-Identifier: MIT
//
// Stands in for web/src/host/workbook_reader.ts in the offline file: from a disk no worker starts, and the policy of the
// file allows none.

import { type WorkbookResult, readWorkbook } from "../../files/workbook.ts";

export async function readBook(bytes: Uint8Array): Promise<WorkbookResult | null> {
  return readWorkbook(bytes);
}
