// SPDX-License-Identifier: MIT
//
// 师生比 with the pupils and teachers that it is of.

import { compare, divideRanges, near, over, textOf } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Finding } from "../finding.ts";
import { type Reading, found, pupilsOf } from "../reading.ts";
import { stageIn } from "../subjects.ts";
import { isStep } from "./clause.ts";

const kRatio = /(\d+(?:\.\d+)?) ?[:：∶] ?(\d+(?:\.\d+)?)/g;

/** 师生比 1:13.5 with the pupils and teachers of its sentence or the one before. */
export function pupilsPerTeacher(reading: Reading): Finding[] {
  return reading.sentences.flatMap((sentence) => {
    if (!/师生比|生师比/.test(sentence.text)) return [];
    const ratios = [...sentence.text.matchAll(kRatio)];
    // “小学 3520 人、初中 2394 人，师生比分别为 1:16.6 和 1:11.4”
    const [one, two] = ratios;
    const isPair =
      ratios.length === 2 &&
      /[师生]{2}比[^，,；;。]*分别[为是]?$/.test(sentence.text.slice(0, one!.index)) &&
      /小学.*初中/.test(sentence.text.slice(0, one!.index)) &&
      /^[和、与]$/.test(sentence.text.slice(one!.index + one![0].length, two!.index));
    return ratios.flatMap((match, place) => {
      const [left = "", right = ""] = [match[1], match[2]];
      const at = { sentence, from: match.index, to: match.index + match[0].length };
      if (/(?:(?<![生师])比|较|由|从)(?:[^，,；;。\d]|(?:19|20)\d{2}年)*$/.test(sentence.text.slice(0, match.index)))
        return []; // what it was
      const printed = left === "1" ? right : right === "1" ? left : "";
      if (printed === "") return [];
      const earlier = reading.figures.filter(
        (one) =>
          one.start < sentence.start + match.index &&
          one.sentence.paragraph === sentence.paragraph &&
          one.sentence.number >= sentence.number - 1 &&
          one.unit.id === "人" &&
          !isStep(reading, one),
      );
      const own = (one: Figure, words: RegExp): boolean => words.test(reading.subject(one).words);
      const clause =
        sentence.text
          .slice(0, match.index)
          .split(/[，,；;]/)
          .at(-1) ?? "";
      // “小学教师 1685 人，师生比为 1:17”: the stage is that of the teachers
      const last = earlier.filter((one) => one.sentence === sentence && own(one, /教师/)).at(-1);
      const stage = isPair
        ? (["primary", "middle"] as const)[place]
        : stageIn(clause) || (last === undefined ? "" : stageIn(reading.subject(last).words));
      // “其中小学 1495 人、初中 985 人；小学师生比 1:15.7”: the pupils of the stage are said elsewhere
      const ofStage = (one: Figure): boolean => reading.subject(one).stage === stage;
      const teachers =
        stage === ""
          ? earlier.filter((one) => own(one, /教师/)).at(-1)
          : (earlier.filter((one) => ofStage(one) && own(one, /教师|^小学$|^初中$/)).at(-1) ??
            reading.figures.find(
              (one) => ofStage(one) && one.unit.id === "人" && /^(?:小学|初中)专任教师$/.test(reading.named(one)),
            ));
      const pupils =
        stage === ""
          ? (earlier.filter((one) => reading.subject(one).stage === "" && own(one, /学生|在校生/)).at(-1) ??
            pupilsOf(reading)[0])
          : reading.figures.find(
              (one) =>
                one.unit.id === "人" &&
                ofStage(one) &&
                /^(?:小学|初中)(?:阶段)?(?:在校)?(?:学生|生)?$/.test(reading.named(one)),
            );
      if (teachers === undefined || pupils === undefined) return [];
      if (compare(pupils.value, teachers.value) <= 0) return [];
      const range = divideRanges(pupils.range, teachers.range);
      if (range === null) return [];
      const decimals = printed.split(".")[1]?.length ?? 0;
      const half = 1 / (2 * 10 ** decimals);
      const value = over(pupils.value, teachers.value);
      const right1 = near(range.from) - half <= Number(printed) && near(range.to) + half >= Number(printed);
      return [
        found("unit", right1 ? "agree" : "differ", right1 ? "quotient_agrees" : "quotient_differs", at, {
          arithmetic: `${pupils.text} ÷ ${teachers.text} = ${textOf(value, decimals + 1)}`,
          others: [pupils, teachers],
          args: { printed: match[0], computed: textOf(value, decimals) },
        }),
      ];
    });
  });
}
