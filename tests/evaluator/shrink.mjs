// SPDX-License-Identifier: MIT
//
// A smaller county that still shows a difference: fewer schools, fewer columns, fewer facts.

/** A copy of the county without one fact of all its schools. */
function withoutField(county, group, field) {
  const rest = (facts = {}) => Object.fromEntries(Object.entries(facts).filter(([key]) => key !== field));
  return {
    ...county,
    schools: county.schools.map((school) => ({
      ...school,
      [group]:
        group === "stages"
          ? Object.fromEntries(Object.entries(school.stages).map(([stage, facts]) => [stage, rest(facts)]))
          : rest(school[group]),
    })),
  };
}

const fieldsOf = (county, group) => [
  ...new Set(
    county.schools.flatMap((school) =>
      group === "stages" ? Object.values(school.stages).flatMap(Object.keys) : Object.keys(school[group] ?? {}),
    ),
  ),
];

/** `shows`: whether a county still has the difference. */
export function shrunk(county, shows) {
  let small = county;
  const attempt = (smaller) => {
    if (shows(smaller)) small = smaller;
  };
  attempt({ ...small, facts: {}, said: {}, scores: {}, coefficients: {} });
  for (let i = small.schools.length - 1; i >= 0 && small.schools.length > 1; i -= 1)
    attempt({ ...small, schools: small.schools.filter((_, place) => place !== i) });
  for (const group of ["whole", "stages", "money", "rooms", "flags", "byStage"])
    for (const field of fieldsOf(small, group)) if (field !== "pupils") attempt(withoutField(small, group, field));
  attempt({ ...small, schools: small.schools.map(({ migrants: _, ...school }) => school) });
  for (const group of ["facts", "said", "scores", "coefficients"])
    for (const key of Object.keys(small[group]))
      attempt({ ...small, [group]: Object.fromEntries(Object.entries(small[group]).filter(([one]) => one !== key)) });
  return small;
}
