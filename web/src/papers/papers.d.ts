// SPDX-License-Identifier: MIT
//
// What an office hands in, made from one county of an evaluation: shapes that the pages, the command line and other
// people's programs share. A paper is in Chinese, whatever language the page is read in: that is what is handed in.

import type { County, Standard } from "../engine/junheng.d.ts";
import type { PlannedStage } from "../plan/planned.ts";

/**
 * report: 自查自评报告. form: 申报表, tables Ⅰ to Ⅵ. schools: 一校一策, a page a school. tasks: 目标任务分解表 by
 * responsible department. problems: 问题台账. timetable: the steps towards recognition.
 */
export type PaperKind = "report" | "form" | "schools" | "tasks" | "problems" | "timetable";

/** html: a page to print. csv: with the mark by which Excel knows UTF-8. */
export type PaperFormat = "docx" | "xlsx" | "html" | "csv";

/** What only people know; all of it may be left out, and stands as an open place in the paper then. */
export interface PaperAbout {
  /** As the papers are to call the county; where nothing is said, as its table does. */
  county?: string;
  /** 填报单位 */
  department?: string;
  filler?: string;
  /** 审核人 */
  reviewer?: string;
  /** 填报日期, as it is to be read: 2024年9月1日. */
  date?: string;
  /** Until when what is open is to be done, as it is to be read. */
  deadline?: string;
  /** 责任部门 by the key of a task (`PaperTask.key`), where it is not the one proposed. */
  departments?: Readonly<Record<string, string>>;
  /** Table Ⅰ by the number of its column: "L1" to "L24". */
  basics?: Readonly<Record<string, string>>;
}

export interface PaperSource {
  /** With its units. */
  county: County;
  /** That the county was evaluated by. */
  standard: Standard;
  /** Version of the engine. */
  engine: string;
  about: PaperAbout;
  /** For table Ⅱ-2, one for each unit of the county; left out: open places. `schoolCells` of school_cells.ts reads them. */
  schools?: readonly SchoolCells[];
  /** What the pages of the schools tell of the plan of each stage; left out: nothing. */
  plans?: readonly PlannedStage[];
}

/** As the table has it; empty where it has not. */
export interface SchoolCells {
  /** 举办者类型, by its code. */
  owner: string;
  grades: string;
  classes: string;
}

/** `makePaper(source, kind, format)` of make_paper.ts gives one; of a kind that has no such format, null. */
export interface PaperFile {
  /** 示例区-2024年9月1日-自查自评报告.docx */
  name: string;
  /** Of the file, as a browser wants it. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What there is to be done for one point of the standard, and who is proposed for it. */
export interface PaperTask {
  /** Of `PaperAbout.departments`: "G1", and for the indicators "1", "2", … */
  key: string;
  title: string;
  department: string;
}
