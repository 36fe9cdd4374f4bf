// SPDX-License-Identifier: MIT
//
// Forgeries of a published page or a sealed file: one to three changes of every kind that somebody could make to the
// text on its way, also such as mean the same to a reader (which must not be taken for the point of this). The same seed
// makes the same forgery; what it did stands beside it.

import { random } from "../support/workbooks.mjs";

const upTo = (next, most) => Math.floor(next() * (most + 1));
const pick = (next, list) => list[Math.floor(next() * list.length)];

/** What may be put between two tags. */
const kMarkup = [
  "<p>✓ 达标</p>",
  "<p></p>",
  "达标",
  "0",
  " ",
  "\n",
  "\u3000",
  "\u200b",
  "\u202e",
  "\u2028",
  "&nbsp;",
  "&#8203;",
  "&zwj;",
  "<br>",
  "<hr>",
  "<wbr>",
  "<b>一致</b>",
  "<bdo dir=rtl>",
  "<span hidden>0</span>",
  "<!-- nobody sees this -->",
  "<!---->",
  "<!-->",
  "<!--",
  "-->",
  "<![CDATA[达标]]>",
  "<?xml version='1.0'?>",
  "<!DOCTYPE html>",
  "<!x>",
  "</p>",
  "</div>",
  "</main>",
  "</body>",
  "</html>",
  "</br>",
  "</x>",
  '<template shadowrootmode="open"><p>✓ 达标</p></template>',
  '<template shadowrootmode="closed"><slot></slot></template>',
  '<template shadowrootmode="open" shadowrootserializable><p>✓</p><slot></slot></template>',
  '<template shadowroot="open">x</template>',
  "<template><p>✓ 达标</p></template>",
  "<x-y><template shadowrootmode=open>✓</template></x-y>",
  "<noscript>✓ 达标</noscript>",
  "<noscript><!--</noscript>",
  "<noscript><!--</noscript><style>main{display:none}</style><noscript>--></noscript>",
  "<noembed><!--</noembed>",
  "<noframes>x</noframes>",
  "<script>document.title='x'</script>",
  '<script src="data:text/javascript,0"></script>',
  '<script type="application/json" id="data">{}</script>',
  '<script type="text/plain" id="engine">AAAA</script>',
  '<script type="application/json" id="standard">{}</script>',
  "<script type=speculationrules>{}</script>",
  "<style>main{display:none}</style>",
  "<style></style>",
  '<style media="print">td{color:red}</style>',
  '<link rel="stylesheet" href="page.css?2">',
  '<link rel="stylesheet" href="data:text/css,main{display:none}">',
  '<link rel="icon" href="data:,x">',
  '<link rel="canonical" href="https://example.invalid/">',
  '<meta http-equiv="refresh" content="900">',
  '<meta http-equiv="refresh" content="900;url=https://example.invalid/">',
  '<meta http-equiv="default-style" content="x">',
  '<meta charset="gb18030">',
  '<meta name="viewport" content="width=1">',
  '<meta name="color-scheme" content="dark">',
  '<meta http-equiv="Content-Security-Policy" content="style-src \'none\'">',
  '<base href="/elsewhere/">',
  '<base target="_blank">',
  "<title>模范区</title>",
  '<iframe srcdoc="达标"></iframe>',
  '<iframe name="documentElement" srcdoc="<a id=outerHTML href=x:y>"></iframe>',
  '<object data="data:text/html,达标"></object>',
  '<embed src="data:text/html,x">',
  '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  "<svg viewBox='0 0 9 9'><text y=9>达标</text></svg>",
  "<svg><style>main{display:none}</style></svg>",
  "<svg><title>x</title><desc><p>达标</p></desc></svg>",
  "<svg><script>0</script></svg>",
  "<math><mtext>达标</mtext></math>",
  "<math><annotation-xml encoding='text/html'><p>x</p></annotation-xml></math>",
  "<table><tr><td>达标</table>",
  "<tr><td>达标</td></tr>",
  "<td>达标</td>",
  "<caption>达标</caption>",
  "<col span=9>",
  "<form><input value='达标'></form>",
  "<form id=check><input name=dataset></form>",
  "<button>达标</button>",
  "<select><option>达标</select>",
  "<textarea>达标</textarea>",
  "<plaintext>",
  "<xmp>",
  "<listing>x</listing>",
  "<pre>\n</pre>",
  "<frameset><frame></frameset>",
  "<marquee>达标</marquee>",
  "<dialog open>✓ 达标</dialog>",
  "<p popover>达标</p>",
  "<details open><summary>x</summary>达标</details>",
  "<a href='https://example.invalid/'>达标</a>",
  "<nav class=languages><a href=en.html>✓ 达标</a></nav>",
  '<a class="skip" href="#verdict">✓ 达标</a>',
  '<main id="printed"></main>',
  '<section class="check"><p id="check" role="status">一致</p></section>',
  '<p id="check" role="status" data-state="agrees">一致</p>',
  '<p hidden id="check"></p><p data-state="agrees">一致</p>',
  '<div id="differences" hidden></div>',
  "<video controls></video>",
  "<area><map name=x></map>",
  "<menuitem>",
  "<image>",
  "<isindex>",
];
/** A name that hides what the document itself has under it: the script must not ask the document by its names. */
const kDocumentNames = [
  "documentElement",
  "body",
  "head",
  "doctype",
  "readyState",
  "getElementById",
  "querySelector",
  "querySelectorAll",
  "importNode",
  "createElement",
  "createElementNS",
  "createTextNode",
  "addEventListener",
  "currentScript",
  "baseURI",
  "compatMode",
  "title",
  "implementation",
  "process",
  "Module",
  "importScripts",
  "fetch",
  "name",
  "length",
  "defaultView",
];
const kAttributes = [
  "hidden",
  "inert",
  "popover",
  'style="display:none"',
  'class="is-pass"',
  'class=""',
  'id="verdict"',
  'dir="rtl"',
  'dir="auto"',
  'lang="en"',
  'xml:lang="en"',
  'translate="no"',
  'title="达标"',
  'aria-label="达标"',
  'aria-hidden="true"',
  'role="presentation"',
  'tabindex="-1"',
  'contenteditable="true"',
  'onclick="1"',
  'slot="x"',
  'part="x"',
  'is="x-y"',
  'data-type="large"',
  'data-state="differs"',
  'data-state="agrees"',
  'id="check"',
  'name="check"',
  'accesskey="x"',
  'bgcolor="red"',
  'width="0"',
  'height="0"',
  'span="9"',
  'colspan="9"',
  'rowspan="9"',
  'href="x"',
  'media="print"',
  'disabled=""',
  'nonce="x"',
  'integrity="x"',
  'type="text/x"',
  'src="x.js"',
  'charset="gbk"',
  'async=""',
  'nomodule=""',
  'open=""',
  'x="" y=\'"\'',
  "a=b/",
  "=x",
];
const kDoctypes = [
  "",
  "<!DOCTYPE>",
  "<!DOCTYPE htm>",
  "<!doctype HTML>",
  "<!DOCTYPE html SYSTEM>",
  "<!DOCTYPE html PUBLIC>",
  '<!DOCTYPE html SYSTEM "about:legacy-compat">',
  '<!DOCTYPE html SYSTEM "x">',
  '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">',
  '<!DOCTYPE html PUBLIC "">',
  '<!DOCTYPE html PUBLIC "" "">',
  "<!DOCTYPE html x>",
  "<!-- x --><!DOCTYPE html>",
  " \n<!DOCTYPE html>",
  "x<!DOCTYPE html>",
  "<p><!DOCTYPE html>",
];
/** Letters that look like others, or like nothing. */
const kAlike = [
  ["0", "O"],
  ["1", "l"],
  [".", "．"],
  ["5", "５"],
  ["a", "а"],
  ["✗", "✓"],
  ["不", ""],
  ["未", "已"],
  [" ", "\u00a0"],
  ["-", "‑"],
  ["达", "\u202e达"],
  ["小", "小\u200b"],
];

/** Tags and texts in their order; what stands in a script or a style is one text. */
function tokensOf(html) {
  return (
    html.match(
      /<script\b[^>]*>|(?<=<script\b[^>]*>)[^]+?(?=<\/script>)|<style>|(?<=<style>)[^]+?(?=<\/style>)|<[^>]*>|[^<]+/g,
    ) ?? []
  );
}

const isOpening = (token) => /^<[a-z]/i.test(token);
const isText = (token) => !token.startsWith("<");

/** Places of tokens of a kind; a third of the time in the middle of what a reader looks at first. */
function placeOf(next, tokens, wanted) {
  for (let tries = 0; tries < 60; tries += 1) {
    const at = next() < 0.3 ? upTo(next, Math.min(160, tokens.length - 1)) : upTo(next, tokens.length - 1);
    if (wanted(tokens[at]) && tokens[at].length < 100_000) return at;
  }
  return 0;
}

const changes = {
  insert(next, tokens) {
    const what = next() < 0.1 ? named(next) : pick(next, kMarkup);
    tokens.splice(upTo(next, tokens.length), 0, what);
    return what;
  },
  "insert into text"(next, tokens) {
    const at = placeOf(next, tokens, isText);
    const cut = upTo(next, tokens[at].length);
    const what = pick(next, kMarkup);
    tokens[at] = tokens[at].slice(0, cut) + what + tokens[at].slice(cut);
    return what;
  },
  "insert at a corner"(next, tokens) {
    const corners = ["<html", "<head", "<body", "<main", "</head", "</main", "</body", "</html", "<script", "<section"];
    const corner = pick(next, corners);
    const at = placeOf(next, tokens, (token) => token.startsWith(corner));
    const what = next() < 0.2 ? named(next) : pick(next, kMarkup);
    tokens.splice(at + upTo(next, 1), 0, what);
    return `${corner} ${what}`;
  },
  attribute(next, tokens) {
    const at = placeOf(next, tokens, isOpening);
    const what = pick(next, kAttributes);
    const where = tokens[at].search(/[\s/>]/);
    tokens[at] =
      next() < 0.5
        ? `${tokens[at].slice(0, where)} ${what}${tokens[at].slice(where)}`
        : tokens[at].replace(/\s*>$/, ` ${what}>`);
    return `${tokens[at].slice(0, 60)} ${what}`;
  },
  "an attribute less"(next, tokens) {
    const at = placeOf(next, tokens, (token) => /^<[a-z][^>]*\s\w/i.test(token));
    const found = [...tokens[at].matchAll(/\s[\w:-]+(?:="[^"]*")?/g)];
    if (found.length === 0) return "";
    const one = pick(next, found);
    tokens[at] = tokens[at].slice(0, one.index) + tokens[at].slice(one.index + one[0].length);
    return one[0];
  },
  "another value"(next, tokens) {
    const at = placeOf(next, tokens, (token) => /="[^"]/.test(token));
    const what = pick(next, ["", "x", " ", "&#0;", "\n", "达标", "'", "javascript:0"]);
    tokens[at] = tokens[at].replace(/="([^"]*)"/, (_, old) => `="${next() < 0.5 ? what : old + what}"`);
    return tokens[at].slice(0, 80);
  },
  "a token less"(next, tokens) {
    return tokens
      .splice(upTo(next, tokens.length - 1), 1 + (next() < 0.2 ? upTo(next, 8) : 0))
      .join("")
      .slice(0, 80);
  },
  "a token twice"(next, tokens) {
    const at = upTo(next, tokens.length - 1);
    if (tokens[at].length > 100_000) return "";
    tokens.splice(at, 0, tokens[at]);
    return tokens[at].slice(0, 80);
  },
  swap(next, tokens) {
    const kind = next() < 0.7 ? isText : isOpening;
    const [one, other] = [placeOf(next, tokens, kind), placeOf(next, tokens, kind)];
    [tokens[one], tokens[other]] = [tokens[other], tokens[one]];
    return `${tokens[one].slice(0, 40)} ⇄ ${tokens[other].slice(0, 40)}`;
  },
  digit(next, tokens) {
    const at = placeOf(next, tokens, (token) => isText(token) && /\d/.test(token));
    const digits = [...tokens[at].matchAll(/\d/g)];
    if (digits.length === 0) return "";
    const { index } = pick(next, digits);
    const was = tokens[at];
    tokens[at] = was.slice(0, index) + String((Number(was[index]) + 1 + upTo(next, 8)) % 10) + was.slice(index + 1);
    return was.slice(Math.max(0, index - 20), index + 20);
  },
  alike(next, tokens) {
    const [from, to] = pick(next, kAlike);
    const at = placeOf(next, tokens, (token) => token.includes(from));
    tokens[at] = tokens[at].replace(from, to);
    return `${from} → ${to}`;
  },
  "another tag"(next, tokens) {
    const at = placeOf(next, tokens, isOpening);
    const name = pick(next, [
      "p",
      "div",
      "span",
      "h2",
      "td",
      "b",
      "del",
      "template",
      "noscript",
      "x-y",
      "svg",
      "table",
    ]);
    tokens[at] = tokens[at].replace(/^<[\w-]+/, `<${name}`);
    return tokens[at].slice(0, 80);
  },
  "first line"(next, tokens) {
    const at = tokens.findIndex((token) => /^<!doctype/i.test(token));
    const what = pick(next, kDoctypes);
    if (at >= 0) tokens[at] = what;
    return what;
  },
  "around an element"(next, tokens) {
    const at = placeOf(next, tokens, isOpening);
    const [before, after] = pick(next, [
      ["<!--", "-->"],
      ["<template>", "</template>"],
      ['<div><template shadowrootmode="open"><p>✓</p></template>', "</div>"],
      ["<noscript>", "</noscript>"],
      ["<div hidden>", "</div>"],
      ["<details>", "</details>"],
      ["<svg><foreignObject>", "</foreignObject></svg>"],
      ["<textarea>", "</textarea>"],
      ["<form>", "</form>"],
      ["<a>", "</a>"],
      ["<b>", "</b>"],
    ]);
    tokens.splice(Math.min(tokens.length, at + 1 + upTo(next, 12)), 0, after);
    tokens.splice(at, 0, before);
    return before;
  },
  "in the data"(next, tokens) {
    const from = tokens.findIndex((token) => token.startsWith(`<script id="${pick(next, ["data", "standard"])}"`));
    if (from < 0 || tokens[from + 1] === undefined) return "";
    const text = tokens[from + 1];
    const at = upTo(next, text.length);
    const what = pick(next, [" ", "0", "1", '"', "达", "\\u0030", ",", "{}", '"x":1,', "null", "\u200b", "\n"]);
    tokens[from + 1] = text.slice(0, at) + what + text.slice(at + upTo(next, 1));
    return what;
  },
  // What means the same to every reader of a page: also these are tried, alone and beside others.
  "same: entity"(next, tokens) {
    const at = placeOf(next, tokens, (token) => isText(token) && token.length < 5000);
    const where = upTo(next, Math.max(0, tokens[at].length - 1));
    const letter = tokens[at][where] ?? "x";
    tokens[at] = `${tokens[at].slice(0, where)}&#${letter.charCodeAt(0)};${tokens[at].slice(where + 1)}`;
    return letter;
  },
  "same: case"(next, tokens) {
    const at = placeOf(next, tokens, isOpening);
    tokens[at] = tokens[at].replace(/^<[\w-]+/, (name) => name.toUpperCase());
    return tokens[at].slice(0, 40);
  },
  "same: space in a tag"(next, tokens) {
    const at = placeOf(next, tokens, isOpening);
    tokens[at] = tokens[at].replace(/\s*>$/, () => pick(next, [" >", "\n>", "\t\f>", " />"]));
    return tokens[at].slice(0, 40);
  },
  "same: line ends"(next, tokens) {
    for (let i = 0; i < tokens.length; i += 1) tokens[i] = tokens[i].replaceAll("\n", "\r\n");
    return "\\r\\n";
  },
};
const kKinds = Object.keys(changes);

function named(next) {
  const name = pick(next, kDocumentNames);
  return pick(next, [
    `<img name="${name}" id="${name}" alt="">`,
    `<form name="${name}" id="${name}"></form>`,
    `<form name="${name}"><input name="outerHTML"></form>`,
    `<object name="${name}" id="${name}"></object>`,
    `<a id="${name}"></a><a id="${name}" name="versions"></a>`,
  ]);
}

/** Changes of the file as bytes: text that is no text, another encoding, an end that is missing. */
function asBytes(next, html) {
  const bytes = Buffer.from(html);
  const kind = next();
  if (kind < 0.9) return [bytes, ""];
  if (kind < 0.92) return [Buffer.concat([Buffer.from("\ufeff"), bytes]), "byte order mark"];
  if (kind < 0.93) return [Buffer.from(`\ufeff${html}`, "utf16le"), "UTF-16"];
  if (kind < 0.94) return [bytes.subarray(0, upTo(next, bytes.length)), "cut off"];
  if (kind < 0.95) return [Buffer.concat([bytes, Buffer.from(pick(next, kMarkup))]), "behind the end"];
  const changed = Buffer.from(bytes);
  const begin = next() < 0.5 ? 0 : upTo(next, 40_000);
  for (let left = 1 + upTo(next, 2); left > 0; left -= 1) {
    const at = Math.min(changed.length - 1, begin + upTo(next, 60_000));
    changed[at] = kind < 0.98 ? upTo(next, 255) : pick(next, [0, 0x80, 0xff, 0xc0, 0xed, 0x0d, 0x0c, 0x1a]);
  }
  return [changed, "bytes"];
}

/** One forgery of a document: its bytes, and what was done in words. */
export function forgery(html, seed) {
  const next = random(seed);
  const tokens = tokensOf(html);
  const done = [];
  const count = next() < 0.7 ? 1 : 2 + upTo(next, 1);
  for (let left = count; left > 0; left -= 1) {
    const kind = pick(next, kKinds);
    done.push(`${kind}: ${changes[kind](next, tokens)}`);
  }
  const [bytes, how] = asBytes(next, tokens.join(""));
  if (how !== "") done.push(how);
  return { bytes, what: done.join("; "), kinds: done.map((one) => one.replace(/: .*$/s, "")) };
}

export const whole = (html) => tokensOf(html).join("") === html;
