// SPDX-License-Identifier: MIT
//
// Small faults in the standards and the vocabulary: numbers, rows of lists, conditions, comparisons, stages, flags.

/** What is said to people or names a source: wrong there is a fault of the text, not of a verdict. */
const kSaid = new Set([
  ...["schema", "title", "short", "document", "sources", "source", "confidence", "rule", "reason", "label", "zh", "en"],
  ...["exemption", "warning", "$comment"],
]);
const kTurned = { atLeast: "above", above: "atLeast", atMost: "below", below: "atMost" };
const kOther = {
  ...{ primary: "middle", middle: "primary", "-": "+", rises: "notFalls", notFalls: "rises" },
  ...{ split: "fallback", fallback: "split" },
};
/** Without these a row applies to more, or less, than it should. */
const kConditions = new Set([
  "when",
  "stage",
  "types",
  "whenNone",
  "optional",
  "with",
  "option",
  "extras",
  "pupilsBelow",
]);

/** The value at `at` as { kind, at, end, value | members | elements }, with the places of all its parts. */
function parse(text, at) {
  const space = /[\s,:]*/y;
  const skip = (from) => {
    space.lastIndex = from;
    return from + space.exec(text)[0].length;
  };
  const begin = skip(at);
  const character = text[begin];
  if (character === "{" || character === "[") {
    const parts = [];
    let here = skip(begin + 1);
    while (text[here] !== "}" && text[here] !== "]") {
      const key = character === "{" ? parse(text, here) : undefined;
      const value = parse(text, key ? key.end : here);
      parts.push({ key, value, at: (key ?? value).at, end: value.end });
      here = skip(value.end);
    }
    return { kind: character === "{" ? "object" : "list", at: begin, end: here + 1, parts };
  }
  const plain = /"(?:\\.|[^"\\])*"|[^\s,:\]}]+/y;
  plain.lastIndex = begin;
  const [found] = plain.exec(text);
  return { kind: "plain", at: begin, end: begin + found.length, value: JSON.parse(found) };
}

/** The last digit one up: 4.2 → 4.3, 0.85 → 0.86; 9 → 8, so that no number gets longer. */
const nextNumber = (number) => number.replace(/\d$/, (digit) => (digit === "9" ? "8" : String(Number(digit) + 1)));

/** The range of one part of a list or an object with the comma that goes with it. */
function withComma(text, parts, index) {
  if (index + 1 < parts.length) return { at: parts[index].at, end: parts[index + 1].at };
  if (index > 0) return { at: parts[index - 1].end, end: parts[index].end };
  return { at: parts[index].at, end: parts[index].end };
}

/** A row that changes nothing but what is said: the other words of a variant for an item. */
const onlySays = ({ kind, parts }) =>
  kind === "object" && parts.every(({ key }) => key.value === "id" || kSaid.has(key.value));

const nameOf = ({ parts }, fallback) => {
  const found = parts?.find(({ key, value }) => /^(id|field)$/.test(key?.value) && value.kind === "plain");
  return found?.value.value ?? fallback;
};

export function jsonFaults(text) {
  const faults = [];
  const add = (kind, place, { at, end }, becomes) => faults.push({ kind, place, at, end, text: becomes });

  function plain(node, key, place) {
    const said = text.slice(node.at, node.end);
    const { value } = node;
    if (typeof value === "boolean") add("flag", place, node, String(!value));
    else if (/^"?\d+(\.\d+)?"?$/.test(said)) add("number", place, node, said.replace(/[\d.]+/, nextNumber));
    else if (typeof value === "string" && kOther[value] && key !== "id")
      add("name", place, node, JSON.stringify(kOther[value]));
    else if (/^-\w/.test(value)) add("name", place, node, JSON.stringify(value.slice(1)));
  }

  function visit(node, key, place) {
    if (node.kind === "plain") return plain(node, key, place);
    node.parts.forEach((part, index) => {
      const name = part.key?.value ?? nameOf(part.value, index);
      if (kSaid.has(name) && part.key) return;
      const below = `${place}/${name}`;
      if ((node.kind === "list" && !onlySays(part.value)) || kConditions.has(name))
        add("row", below, withComma(text, node.parts, index), "");
      if (kTurned[name] && part.key) add("comparison", below, part.key, JSON.stringify(kTurned[name]));
      visit(part.value, part.key ? name : key, below);
    });
    const [primary, middle] = ["primary", "middle"].map((stage) =>
      node.parts.find((part) => part.key?.value === stage),
    );
    if (primary && middle && primary.at < middle.at) {
      const between = text.slice(primary.key.end, middle.key.at);
      add("stages", place, { at: primary.key.at, end: middle.key.end }, `"middle"${between}"primary"`);
    }
  }

  visit(parse(text, 0), "", "");
  return faults;
}
