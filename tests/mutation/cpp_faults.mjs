// SPDX-License-Identifier: MIT
//
// Small faults in C++: turned operators, constants off by one, flipped booleans, dropped statements and conditions.
// A fault is { at, end, text }: what stands in [at, end) becomes text.

import { bracketsOf, isBinary, statementBefore, tokensOf } from "./cpp_tokens.mjs";

const kTurned = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "==": "!=",
  "!=": "==",
  "&&": "||",
  "||": "&&",
  "+": "-",
  "-": "+",
  "+=": "-=",
  "-=": "+=",
};
const kSwapped = { true: "false", false: "true" };
/** After `std::` and after `Stage::`. */
const kSwappedNames = { std: { min: "max", max: "min" }, Stage: { primary: "middle", middle: "primary" } };

/** What nobody can notice, or what would only be a fault of the text: declarations of types, promises, memory. */
const kSilly =
  /^(static_assert|using|template|namespace|enum|friend|typedef|extern|concept)\b|\breserve\(|\bsizeof\b|\bassert\(/;

/** Not dropped: the compiler would only miss the name. Its own kind, as a rule of thumb: two words side by side. */
const kDeclares =
  /^(const|constexpr|static|inline|auto|explicit|virtual|mutable|struct|class|enum|template|protected|public|private)\b|^~|^\[\[|^[\w:]+(<[^;=()]*>)?[&*]*\s+[&*]*\w+\s*[=({;[,]|= (default|delete)$/;
const kDoes = /^(continue|break|return)\b|\(|=|\+\+|--/;

const kEnds = new Set([")", "]", "}", ";", ",", "?", ":", "&&", "||"]);
const kBegins = new Set(["(", "[", "{", ";", ",", "?", ":", "&&", "||", "=", "return"]);

/** Where the operand before or after a logical operator ends: the whole of it, up to what binds less. */
function operand(tokens, brackets, operator, step) {
  const stops = step > 0 ? kEnds : kBegins;
  const binds = tokens[operator].text === "||" ? "&&" : undefined; // binds more: part of the operand of ||
  let last = operator;
  for (let next = operator + step; tokens[next]; next += step) {
    const { text } = tokens[next];
    if (stops.has(text) && text !== binds) break;
    // Backwards a closing bracket, forwards an opening one: what is inside belongs to the operand.
    const half = brackets.get(next);
    if (half !== undefined && Math.sign(half - next) === step) next = half;
    last = next;
  }
  return last;
}

/** What a `{` opens: "struct", "class", "enum", "namespace", or "{" for everything that does something. */
function opener(tokens, at) {
  for (let index = at - 1; index >= 0 && !/^[;{}()]$/.test(tokens[index].text); index -= 1)
    if (/^(struct|class|enum|union|namespace)$/.test(tokens[index].text)) return tokens[index].text;
  return "{";
}

function plusOne(text) {
  const plain = text.replaceAll("'", "");
  const [, digits, suffix] = plain.match(/^(\d+)([uUlL]*)$/) ?? [];
  return digits === undefined ? undefined : `${BigInt(digits) + 1n}${suffix}`;
}

export function cppFaults(code) {
  const tokens = tokensOf(code);
  const brackets = bracketsOf(tokens);
  const faults = [];
  const change = (kind, from, to, text) => faults.push({ kind, at: tokens[from].at, end: tokens[to].end, text });

  // What each token stands right in: "(", "[", the word that opened a type or a namespace, or "{" of a body.
  const inside = [];
  const open = ["namespace"];
  tokens.forEach((token, index) => {
    if (brackets.get(index) < index) open.pop();
    inside.push(open.at(-1));
    if (brackets.get(index) > index) open.push(token.text === "{" ? opener(tokens, index) : token.text);
  });
  const isBody = (index) => inside[index] === "{";

  // Of each token whether it stands in a statement that is left alone.
  const silly = [];
  for (let first = 0, index = 0; index < tokens.length; index += 1) {
    if (!/^[;{}]$/.test(tokens[index].text)) continue;
    const text = code.slice(tokens[first].at, tokens[index].end);
    // What a member of a struct holds before it is filled.
    const member = inside[index] === "struct" && text.endsWith(";") && !/^(static|constexpr)\b|\(/.test(text);
    silly.push(...Array(index + 1 - first).fill(member || kSilly.test(text)));
    first = index + 1;
  }

  tokens.forEach((token, index) => {
    if (silly[index]) return;
    const { kind, text } = token;
    const before = tokens[index - 1]?.text;
    if (kTurned[text] && isBinary(code, token)) {
      change("operator", index, index, kTurned[text]);
      if (text === "&&" || text === "||") {
        const left = operand(tokens, brackets, index, -1);
        const right = operand(tokens, brackets, index, 1);
        faults.push({ kind: "condition", at: tokens[left].at, end: tokens[index + 1].at, text: "" });
        faults.push({ kind: "condition", at: tokens[index - 1].end, end: tokens[right].end, text: "" });
      }
    } else if (text === "!" && /[\w(]/.test(code[token.end])) {
      change("negation", index, index, "");
    } else if (kind === "word" && kSwapped[text]) {
      change("boolean", index, index, kSwapped[text]);
    } else if (kind === "word" && before === "::" && kSwappedNames[tokens[index - 2].text]?.[text]) {
      change("name", index, index, kSwappedNames[tokens[index - 2].text][text]);
    } else if (kind === "number" && code[token.at - 1] !== "<" && code[token.end] !== ">") {
      const more = plusOne(text);
      if (more !== undefined) change("constant", index, index, more);
    } else if (text === "if" && tokens[index + 1]?.text === "(") {
      const close = brackets.get(index + 1);
      const condition = tokens.slice(index + 2, close);
      if (condition.length > 0 && !condition.some((each) => /^[=;]$/.test(each.text)))
        for (const always of ["true", "false"]) change("condition", index + 2, close - 1, always);
    } else if (text === ";" && isBody(index)) {
      const first = statementBefore(tokens, brackets, index);
      const said = code.slice(tokens[first].at, token.at);
      if (first < index && !kDeclares.test(said) && kDoes.test(said)) change("statement", first, index, ";");
    }
  });
  return faults;
}
