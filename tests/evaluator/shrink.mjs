// SPDX-License-Identifier: MIT
//
// A smaller county that still shows a difference: fewer schools, then fewer facts.

/** `shows`: whether a county still has the difference. */
export function shrunk(county, shows) {
  let small = county;
  const attempt = (smaller) => {
    if (!shows(smaller)) return false;
    small = smaller;
    return true;
  };
  attempt({ ...small, facts: {}, said: {}, scores: {}, coefficients: {} });
  for (let i = small.schools.length - 1; i >= 0 && small.schools.length > 1; i -= 1)
    attempt({ ...small, schools: small.schools.filter((_, place) => place !== i) });
  for (const group of ["facts", "said", "scores", "coefficients"]) {
    for (const key of Object.keys(small[group])) {
      const { [key]: dropped, ...rest } = small[group];
      void dropped;
      attempt({ ...small, [group]: rest });
    }
  }
  return small;
}
