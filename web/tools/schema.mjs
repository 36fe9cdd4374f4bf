// SPDX-License-Identifier: MIT
//
// JSON Schemas (2020-12) of what programs write, made from the declarations that people read: there is no second list of
// keys. New keys may be added in later versions, so that none is forbidden.

import ts from "typescript";

/** File, the type that it describes, and the name of the schema. */
const kSchemas = [
  ["evaluation.schema.json", "Evaluation", "junheng.evaluation/1"],
  ["evaluation-summary.schema.json", "EvaluationSummary", "junheng.evaluation-summary/1"],
];
/** As in standard.schema.json: no file of the site names another host, not even as a name. */
const kComment = "JSON Schema, draft 2020-12";

/** `path`: of junheng.d.ts. Pairs of a file's name and its text. */
export function schemas(path) {
  const program = ts.createProgram([path], {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path));
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  return kSchemas.map(([file, name, id]) => {
    const maker = new Maker(checker, program.getSourceFile(path));
    const root = maker.of(checker.getDeclaredTypeOfSymbol(exported.get(name)));
    const schema = { $comment: kComment, $id: id, ...root, $defs: maker.definitions() };
    return [file, `${JSON.stringify(schema, null, 1)}\n`];
  });
}

/** One schema; interfaces that have a name stand once, in its $defs. */
class Maker {
  #checker;
  #source;
  #named = new Map();

  constructor(checker, source) {
    this.#checker = checker;
    this.#source = source;
  }

  definitions() {
    return Object.fromEntries([...this.#named].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  of(type) {
    const { TypeFlags } = ts;
    if (type.flags & TypeFlags.StringLiteral) return { const: type.value };
    if (type.flags & TypeFlags.Null) return { type: "null" };
    if (type.flags & TypeFlags.StringLike) return { type: "string" };
    if (type.flags & TypeFlags.NumberLike) return { type: "number" };
    if (type.flags & TypeFlags.BooleanLike) return { type: "boolean" };
    if (type.isUnion()) return this.#union(type.types);
    if (this.#checker.isArrayType(type))
      return { type: "array", items: this.of(this.#checker.getTypeArguments(type)[0]) };
    if (type.flags & TypeFlags.Object || type.isIntersection()) return this.#object(type);
    throw new Error(`schema.mjs: ${this.#checker.typeToString(type)} is of a kind that no result has`);
  }

  #union(types) {
    const texts = types.filter((one) => one.flags & ts.TypeFlags.StringLiteral).map(({ value }) => value);
    const truths = types.some((one) => one.flags & ts.TypeFlags.BooleanLike);
    const others = types.filter(
      (one) => !(one.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.BooleanLike | ts.TypeFlags.Undefined)),
    );
    const all = [
      ...(texts.length > 0 ? [{ enum: texts }] : []),
      ...(truths ? [{ type: "boolean" }] : []),
      ...others.map((one) => this.of(one)),
    ];
    return all.length === 1 ? all[0] : { anyOf: all };
  }

  #object(type) {
    const name = type.aliasTypeArguments === undefined ? (type.aliasSymbol ?? type.symbol)?.name : undefined;
    const isNamed = name !== undefined && /^[A-Z]\w*$/.test(name) && !["Omit", "Pick"].includes(name);
    if (!isNamed) return this.#members(type);
    if (!this.#named.has(name)) {
      this.#named.set(name, {}); // before its members, which may be of its own kind
      this.#named.set(name, this.#members(type));
    }
    return { $ref: `#/$defs/${name}` };
  }

  #members(type) {
    const properties = {};
    const required = [];
    for (const member of this.#checker.getPropertiesOfType(type)) {
      properties[member.name] = this.of(this.#checker.getTypeOfSymbolAtLocation(member, this.#source));
      if (!(member.flags & ts.SymbolFlags.Optional)) required.push(member.name);
    }
    const index = this.#checker.getIndexInfosOfType(type)[0];
    return {
      type: "object",
      ...(Object.keys(properties).length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index === undefined ? {} : { additionalProperties: this.of(index.type) }),
    };
  }
}
