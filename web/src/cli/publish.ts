// SPDX-License-Identifier: MIT
//
// junheng publish, junheng seal: a county's page for everybody, and its evidence.

import type { Publication, Publisher, Work } from "../publish/publisher.d.ts";
import { projectOf } from "../work/project.ts";
import type { Asked, Command, Option } from "./command.ts";
import type { Exit } from "./exits.ts";
import { inertLine } from "./inert.ts";
import { gathered, kStdin, readInput, stemOf } from "./input.ts";
import { kEvaluated, kOut } from "./options.ts";
import { noCounty } from "./evaluate_job.ts";
import { notPublic, planToPublish } from "./plan_to_publish.ts";
import { decisionsWith, settingsOf } from "./settings.ts";
import { kWished, wishesWithPlan } from "./wishes.ts";

const kStated: readonly Option[] = [
  { name: "title", value: "TEXT", about: { zh: "标题，一般是区县名", en: "heads the page, as the county's name" } },
  { name: "publisher", value: "TEXT", about: { zh: "发布单位", en: "who publishes it" } },
  { name: "source", value: "TEXT", about: { zh: "数据来源", en: "source of the numbers" } },
  { name: "date", value: "TEXT", about: { zh: "数据时点", en: "of which day they are" } },
];
const kShared = [...kEvaluated, ...kStated];
const kFiles = {
  zh: "一个县的各张表，合在一起读；或一个项目文件",
  en: "the tables of one county, read together; or one project",
};

export const publish: Command = {
  name: "publish",
  about: {
    zh: "公布：做成给公众看的网页，读者的浏览器会重新核算",
    en: "makes a page for everybody, which the reader's browser computes again",
  },
  files: kFiles,
  formats: ["html", "zip"],
  options: [
    ...kShared,
    {
      name: "plan",
      about: {
        zh: "附上改进方案；怎样的方案，由下面各项说明",
        en: "with a plan that was evaluated, one as the options below ask for",
      },
    },
    ...kWished,
    kOut,
  ],
  examples: [
    {
      line: "junheng publish --source 学年初统计 --date 2024-09-01 --out pages sample-county.tsv",
      about: { zh: "一个文件的公布页", en: "the page as one file" },
    },
    {
      line: "junheng publish --format zip --out pages sample-county.tsv",
      about: { zh: "放到网站上的文件夹", en: "a folder for a web server" },
    },
    {
      line: "junheng publish --plan --stage primary sample-county.tsv > county.html",
      about: { zh: "附上小学的改进方案", en: "with a plan for the primary stage" },
    },
  ],
  run: (asked) => made(asked, (publisher, work) => publisher.publish(work)),
};

export const seal: Command = {
  name: "seal",
  about: {
    zh: "封存：全部数据、办法和程序做成一个证据文件",
    en: "keeps all data, the standard and the program as one file of evidence",
  },
  files: kFiles,
  formats: ["html"],
  options: [...kShared, kOut],
  examples: [
    {
      line: "junheng seal --title 示例县 sample-county.tsv > sealed.html",
      about: { zh: "封存包", en: "a sealed file" },
    },
  ],
  run: (asked) => made(asked, (publisher, work) => publisher.seal(work)),
};

async function made(asked: Asked, make: (publisher: Publisher, work: Work) => Publication): Promise<Exit> {
  const wishes = wishesWithPlan(asked);
  const settings = await settingsOf(asked);
  const files = asked.files.length > 0 ? asked.files : [kStdin];
  const read = await gathered(await Promise.all(files.map(readInput)), settings.encoding);
  const decisions = decisionsWith(settings, read);
  const stem = stemOf(files[0] ?? "");
  const stated = Object.fromEntries(kStated.map(({ name }) => [name, asked.value(name) ?? ""]));
  const { tables, reading, options, county, previous, remarks } = projectOf("", "", read.sheets, decisions, []);
  const { loadPublisher } = await import("../publish/publish.ts");
  const publisher = await loadPublisher();
  const standard = settings.standard || read.standard;
  const plan = wishes === null ? null : await planToPublish(asked, settings, read, wishes);
  const publication = make(publisher, {
    ...stated,
    ...(plan === null ? {} : { plan }),
    title: stated["title"] || stem,
    ...(standard === "" ? {} : { standard }),
    ownStandards: [...settings.own, ...read.ownStandards],
    ...{ tables, reading, options, county, previous, remarks },
  });
  // Of the public table the engine would say that it is empty: what was of no use is left out of it.
  if (publication.evaluation.counties.length === 0) throw noCounty(files[0] === kStdin ? "" : (files[0] ?? ""), []);
  if (plan !== null && !publication.planned) throw notPublic();
  for (const note of read.notes) asked.output.say(note[asked.language]);
  sayLost(asked, publication);
  const sink = asked.output.open(stem, asked.format);
  await sink.write(asked.format === "zip" ? publication.zip() : publication.single(asked.language));
  sink.end();
  return "pass";
}

/** What the public reads otherwise, because of what is left out. */
function sayLost({ output, language }: Asked, { leftOut, lost }: Publication): void {
  const { columns, rows, small } = leftOut;
  if (columns.length + rows + small.length > 0) {
    const list = inertLine(columns.join("、"));
    output.say(
      language === "zh"
        ? `没有公布：列 ${list || "—"}；不是学校的行 ${rows}；少于 5 人的数 ${small.length}。`
        : `Left out: columns ${list || "-"}; rows that are no schools ${rows}; counts of fewer than five ${small.length}.`,
    );
  }
  for (const { county, id, title, whole, published } of lost)
    output.say(inertLine(`${county ?? ""} ${title?.[language] ?? id}: ${whole ?? "—"} → ${published ?? "—"}`.trim()));
}
