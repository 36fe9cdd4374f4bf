// SPDX-License-Identifier: MIT

import type { Issue } from "../engine/junheng.d.ts";

interface OpenIssues {
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** What somebody has to do about a table: a warning that was answered with a remark is done with. */
export function openIssues(issues: readonly Issue[]): OpenIssues {
  return {
    errors: issues.filter(({ severity }) => severity === "error"),
    warnings: issues.filter(({ severity, remark }) => severity === "warning" && remark === null),
  };
}
