// SPDX-License-Identifier: MIT
//
// A number as what one of so many has: per pupil, school or class, of what stands near it and of the totals of the report.

import { exactOf, over, textOf, times } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { Reading } from "../reading.ts";
import { clauseWithHead, isOfBefore } from "../checks/clause.ts";
import type { Row } from "../checks/table_text.ts";
import { perOf, whole } from "../checks/unit_per.ts";
import { sameUnit } from "../units.ts";
import { type Relation, isAboveZero, kNever } from "./relation.ts";
import type { Scene } from "./scene.ts";

const kRatio = /师生比|生师比/;
/** “每名教师负担学生”: of whom it is said. */
const kEach = /(?:每一?|平均一)[名个位所间栋]?(?:专任)?(教师|学生|学校|班级|干部|教学班)/;
const kPupils = /学生|在校生/;
const kPosts = /核编|应配|编制/;
const kToOne = /1[:：∶]$/;
const kTeachers = /教师/;

const isMeasure = ({ unit, value }: Figure): boolean =>
  ["count", "money", "area"].includes(unit.kind) && isAboveZero(value);

export function quotientsOf(
  reading: Reading,
  scene: Scene,
  totals: readonly Figure[],
  rows: readonly Row[],
): Relation[] {
  const { target } = scene;
  if (isOfBefore(reading, target)) return [];
  const clause = clauseWithHead(reading, target);
  const near = [...scene.own, ...scene.behind, ...scene.earlier].filter(isMeasure);
  const all = [...near, ...totals];
  // of the stage that is meant, and no other pupils than all of them, unless they stand beside it
  const last = reading.figures[target.index - 1];
  // “师生比小学 1∶15.0、初中 1∶13.7”
  const named = /^[:：∶]$/.test(scene.lead) && last !== undefined ? last : target;
  const { stage } = reading.subject(named);
  const fits = (one: Figure): boolean =>
    reading.subject(one).stage === stage ||
    (!totals.includes(one) && one.sentence === target.sentence && reading.subject(one).stage === "");
  const told = (a: Figure, b: Figure, by: number): Relation => ({
    kind: "quotient",
    value: times(over(a.value, b.value), whole(by)),
    others: [a, b],
    formula: `${a.text} ÷ ${b.text}${by === 1 ? "" : ` × ${by}`}`,
    digits:
      !fits(a) || !fits(b) || (!totals.includes(b) && b.sentence !== target.sentence)
        ? kNever
        : near.includes(a) && scene.isBeside(a)
          ? 2
          : 3,
  });
  if (target.unit.kind === "none" && kRatio.test(clause))
    return all
      .filter((one) => one.unit.id === "人" && kTeachers.test(reading.named(one)))
      .flatMap((teachers) =>
        all
          .filter(
            (one) =>
              one.unit.id === "人" &&
              !kTeachers.test(reading.named(one)) &&
              one.value.n * teachers.value.d > teachers.value.n * one.value.d,
          )
          .map((pupils) => told(pupils, teachers, 1)),
      );
  if (target.unit.id === "人" && kPosts.test(clause)) return postsOf(reading, scene, near);
  const each = kEach.exec(clause)?.[1];
  if (each !== undefined && isMeasure(target))
    return all
      .filter((one) => reading.named(one).includes(each) || reading.subject(one).after.startsWith(each))
      .flatMap((b) => all.filter((a) => a !== b && sameUnit(a.unit, target.unit)).map((a) => told(a, b, 1)));
  const per = perOf(clause);
  if (per === null || !isMeasure(target)) return [];
  const ofRows = scene.rows.flatMap(({ cells }) =>
    [...cells].flatMap(([column, a]) =>
      rows.flatMap((row): Relation[] => {
        const b = row.cells.get(column);
        return b !== undefined && b !== a && per.counts(b) && sameUnit(a.unit, target.unit) && kPupils.test(row.name)
          ? [{ ...told(a, b, per.by), digits: target.sentence.text.includes(column) ? 2 : kNever }]
          : [];
      }),
    ),
  );
  if (ofRows.length > 0) return ofRows;
  return all
    .filter((a) => a.unit.id === target.unit.id && perOf(reading.subject(a).before) === null)
    .flatMap((a) => all.filter((b) => b !== a && per.counts(b)).map((b) => told(a, b, per.by)));
}

/** “小学 1∶19、初中 1∶13.5，……初中应核编 876 名（学生 11823 人）”: so many teachers for so many pupils. */
function postsOf(reading: Reading, { target }: Scene, near: readonly Figure[]): Relation[] {
  const ratios = reading
    .of(target.sentence)
    .filter(({ unit, start }) => unit.kind === "none" && kToOne.test(reading.text.slice(start - 2, start)));
  return ratios.flatMap((ratio) =>
    near
      .filter(({ unit, value }) => unit.id === "人" && value.n * target.value.d > target.value.n * value.d)
      .map((pupils): Relation => {
        const value = exactOf(textOf(over(pupils.value, ratio.value), 0));
        const isNext = pupils.index === target.index + 1 && /^[（(]/.test(reading.text.slice(target.end, pupils.start));
        const formula = `${pupils.text} ÷ ${ratio.text}`;
        return { kind: "quotient", value, others: [pupils, ratio], formula, digits: isNext ? 3 : kNever };
      }),
  );
}
