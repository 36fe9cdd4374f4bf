// SPDX-License-Identifier: MIT
//
// Three growths, one share, two that do not decrease: rows of years, each compared with the one before. Growth of money
// for education is compared with the growth of revenue: a/b > c/d as a·d > c·b.

import { compare, fraction, over, times } from "./fractions.mjs";
import { worst } from "./verdicts.mjs";

const series = (facts, id, years) => years.map((year) => fraction(facts[id]?.[year] ?? null));

/** Each year against the year before; what is not known in between cannot be skipped. */
function steps(values, passes) {
  return worst(
    values.slice(1).map((value, i) => {
      if (value === null || values[i] === null) return "unknown";
      return passes(compare(value, values[i]), i) ? "pass" : "fail";
    }),
  );
}

const rises = (values) => steps(values, (order) => order > 0);
const notFalls = (values) => steps(values, (order) => order >= 0);

function faster(money, revenue) {
  return worst(
    money.slice(1).map((value, i) => {
      if ([value, money[i], revenue[i + 1], revenue[i]].includes(null)) return "unknown";
      return compare(times(value, revenue[i]), times(revenue[i + 1], money[i])) > 0 ? "pass" : "fail";
    }),
  );
}

export function growths({ facts, years }) {
  const of = (id) => series(facts, id, years);
  const parts = of("education_funds");
  const wholes = of("fiscal_expenditure");
  return {
    three_growths: {
      appropriation: faster(of("education_appropriation"), of("recurrent_revenue")),
      expense: rises(of("pupil_expense")),
      public_funds: rises(of("pupil_public_funds")),
      pay: rises(of("teacher_pay")),
    },
    one_share: { share: rises(parts.map((part, i) => over(part, wholes[i]))) },
    two_not_decreasing: {
      total: notFalls(of("education_spending")),
      per_pupil: notFalls(of("education_spending_per_pupil")),
    },
  };
}
