// SPDX-License-Identifier: MIT
//
// C++ as far as small faults need it: tokens with their places, and where a statement begins.

const kTokens = [
  ["comment", /\/\/[^\n]*|\/\*[^]*?\*\//y],
  ["directive", /(?<=^|\n)[ \t]*#(?:[^\n]*\\\n)*[^\n]*/y],
  ["text", /(?:u8|[uUL])?R"(\w*)\([^]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/y],
  ["number", /\d(?:[eEpP][+-]|'?[\w.])*/y],
  ["word", /[A-Za-z_]\w*/y],
  ["mark", /<=>|<<=|>>=|->|\+\+|--|<<|>>|&&|\|\||[<>=!+\-*/%&|^]=|::|[^\s\w]/y],
];

/** [{ kind, text, at, end }] of everything but spaces, comments and directives. */
export function tokensOf(code) {
  const tokens = [];
  for (let at = 0; at < code.length;) {
    const found = kTokens
      .map(([kind, pattern]) => {
        pattern.lastIndex = at;
        return { kind, text: pattern.exec(code)?.[0] };
      })
      .find(({ text }) => text);
    if (found === undefined) {
      at += 1;
      continue;
    }
    if (found.kind !== "comment" && found.kind !== "directive")
      tokens.push({ ...found, at, end: at + found.text.length });
    at += found.text.length;
  }
  return tokens;
}

const kOpen = { "(": ")", "[": "]", "{": "}" };
const kClosing = new Set(Object.values(kOpen));

/** For each bracket the index of its other half. */
export function bracketsOf(tokens) {
  const other = new Map();
  const open = [];
  tokens.forEach(({ kind, text }, index) => {
    if (kind !== "mark") return;
    if (kOpen[text]) open.push(index);
    else if (kClosing.has(text) && open.length > 0) {
      const first = open.pop();
      other.set(first, index).set(index, first);
    }
  });
  return other;
}

/** Binary operators stand between spaces here (clang-format), brackets of templates do not. */
export const isBinary = (code, token) =>
  token.kind === "mark" && /\s/.test(code[token.at - 1] ?? "") && /\s/.test(code[token.end] ?? "");

/** The first token of the statement that ends with the `;` at `end`, past `if (…)`, `else`, `case …:` before it. */
export function statementBefore(tokens, brackets, end) {
  let first = end;
  while (first > 0) {
    const { text } = tokens[first - 1];
    if (text === ";" || text === "{" || text === "(") break;
    if (text === "}") {
      const next = tokens[first]?.text;
      // a list or the body of a lambda; otherwise a block, with which the statement before this one ended
      if (!/^[;),.\]]$/.test(next)) break;
    }
    first = kClosing.has(text) ? (brackets.get(first - 1) ?? first - 1) : first - 1;
  }
  for (;;) {
    const { text } = tokens[first];
    if (/^(if|for|while|switch)$/.test(text) && tokens[first + 1]?.text === "(") first = brackets.get(first + 1) + 1;
    else if (text === "else") first += 1;
    else if (/^(case|default|public|private)$/.test(text)) {
      while (tokens[first].text !== ":") first += 1;
      first += 1;
    } else return first;
  }
}
