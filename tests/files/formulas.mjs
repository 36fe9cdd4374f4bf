// SPDX-License-Identifier: MIT
//
// Works out the formulas of explanations again, with nothing of the engine: numbers, names of earlier steps, brackets
// and + − × ÷ √ ².

export function workOut(formula, names = {}) {
  const tokens = formula.match(/\d+(?:\.\d+)?|X̄|[A-Za-z]+|[()+\-−×÷√²]/gu) ?? [];
  if (tokens.join("") !== formula.replaceAll(" ", "")) throw new Error(`not a formula: ${formula}`);
  let at = 0;
  const take = (token) => tokens[at] === token && (at += 1) > 0;

  function sum() {
    let value = product();
    for (;;) {
      if (take("+")) value += product();
      else if (take("−") || take("-")) value -= product();
      else return value;
    }
  }
  function product() {
    let value = factor();
    for (;;) {
      if (take("×")) value *= factor();
      else if (take("÷")) value /= factor();
      else return value;
    }
  }
  function factor() {
    if (take("−") || take("-")) return -factor();
    if (take("√")) return Math.sqrt(factor());
    let value;
    if (take("(")) {
      value = sum();
      if (!take(")")) throw new Error(`no closing bracket: ${formula}`);
    } else {
      const token = tokens[at];
      at += 1;
      value = /^\d/.test(token) ? Number(token) : names[token];
      if (value === undefined) throw new Error(`what is ${token} in ${formula}`);
    }
    return take("²") ? value * value : value;
  }
  const value = sum();
  if (at !== tokens.length) throw new Error(`left over in ${formula}`);
  return value;
}

/** The value of the last of some named steps. */
export function workOutSteps(steps) {
  const names = {};
  for (const { name, formula } of steps) names[name] = workOut(formula, names);
  return names;
}
