// SPDX-License-Identifier: MIT
//
// Declared types against what really comes out: every key of a value is declared, every key that is not optional is
// there, and kinds agree. Reads declarations with TypeScript itself.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export const ts = createRequire(new URL("../../web/package.json", import.meta.url))("typescript");

/** The declarations of a file (a URL), and what compares values with them. */
export function declaredIn(url) {
  const file = fileURLToPath(url);
  const program = ts.createProgram([file], { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] });
  const checker = program.getTypeChecker();
  const nameOf = (type) => checker.typeToString(type);

  /** The faults of `value` as `type`, each with its path; `seen` collects which declared keys ever had a value. */
  function faults(value, type, path, seen) {
    if (type.isUnion()) {
      const each = type.types.map((one) => faults(value, one, path, seen));
      if (each.some((found) => found.length === 0)) return [];
      // Of several object types the nearest one says best what is wrong.
      const objects = each.filter((_, i) => isObject(type.types[i]) === (typeof value === "object" && value !== null));
      return objects.sort((a, b) => a.length - b.length)[0] ?? [`${path}: ${show(value)} is not ${nameOf(type)}`];
    }
    if (isObject(type)) return objectFaults(value, type, path, seen);
    const fits =
      type.flags & ts.TypeFlags.Null
        ? value === null
        : type.flags & ts.TypeFlags.Undefined
          ? value === undefined
          : type.isLiteral()
            ? value === type.value
            : type.flags & ts.TypeFlags.BooleanLiteral
              ? String(value) === nameOf(type)
              : type.flags & ts.TypeFlags.String
                ? typeof value === "string"
                : type.flags & ts.TypeFlags.Number
                  ? typeof value === "number" && Number.isFinite(value)
                  : false;
    return fits ? [] : [`${path}: ${show(value)} is not ${nameOf(type)}`];
  }

  function isObject(type) {
    return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  }

  function objectFaults(value, type, path, seen) {
    if (typeof value !== "object" || value === null) return [`${path}: ${show(value)} is not ${nameOf(type)}`];
    if (checker.isArrayType(type)) {
      if (!Array.isArray(value)) return [`${path}: not an array`];
      const [item] = checker.getTypeArguments(type);
      return value.flatMap((one, i) => faults(one, item, `${path}[${i}]`, seen));
    }
    const found = [];
    const properties = checker.getPropertiesOfType(type);
    const known = new Set(properties.map((property) => property.name));
    for (const key of Object.keys(value)) {
      if (known.has(key)) continue;
      const any = checker.getIndexTypeOfType(type, ts.IndexKind.String);
      if (any) found.push(...faults(value[key], any, `${path}.${key}`, seen));
      else found.push(`${path}.${key} is not declared in ${nameOf(type)}`);
    }
    for (const property of properties) {
      // Supplements are items as well, whichever of their keys they use.
      const key = `${path.replace(/\[\d+\]/g, "[]").replace("[].supplements[]", "[].parts[].items[]")}.${property.name}`;
      if (!seen.has(key)) seen.set(key, false);
      if (!(property.name in value)) {
        if (!(property.flags & ts.SymbolFlags.Optional)) found.push(`${path}.${property.name} is declared and absent`);
        continue;
      }
      if (value[property.name] !== null) seen.set(key, true);
      found.push(...faults(value[property.name], checker.getTypeOfSymbol(property), `${path}.${property.name}`, seen));
    }
    return found;
  }

  function show(value) {
    return JSON.stringify(value)?.slice(0, 60) ?? String(value);
  }

  return { program, source: program.getSourceFile(file), checker, faults };
}
