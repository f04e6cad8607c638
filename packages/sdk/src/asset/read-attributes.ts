import { pointer } from "../primitives/index.ts";
import type { AssetReport } from "./finding-codes.ts";
import { type Attribute, MAX_ATTRIBUTES, MAX_NAME, MAX_TEXT } from "./metadata.ts";
import { isRecord, isSafeName, readNumber, readText } from "./read-value.ts";

/** The names under which marketplaces write an attribute's name. */
const NAMES = ["trait_type", "traitType", "key", "name"];
/** Display types whose value is a number (OpenSea's metadata standard). */
const NUMERIC = new Set(["number", "boost_number", "boost_percentage", "date"]);

/** Reads attributes: a list of traits, a list of texts, or an object from names to values. */
export function readAttributes(
  value: unknown,
  path: string,
  report: AssetReport,
): Attribute[] | undefined {
  if (value === undefined || value === null) return undefined;
  let entries: readonly [PropertyKey, unknown][];
  if (Array.isArray(value)) entries = [...value.entries()];
  else if (isRecord(value)) {
    report.add("metadata-attributes-map", path);
    entries = Object.entries(value)
      .filter(([name]) => isSafeName(name, path, report))
      .map(([name, entry]) => [name, { trait_type: name, value: entry }]);
  } else {
    report.add("metadata-field-type", path, typeof value);
    return undefined;
  }
  if (entries.length > MAX_ATTRIBUTES)
    report.add("metadata-attributes-too-many", path, MAX_ATTRIBUTES);
  return entries.slice(0, MAX_ATTRIBUTES).flatMap(([key, entry]) => {
    const attribute = readAttribute(entry, pointer(path, key), report);
    return attribute === undefined ? [] : [attribute];
  });
}

function readAttribute(entry: unknown, path: string, report: AssetReport): Attribute | undefined {
  const fields = isRecord(entry) ? entry : { value: entry };
  const own = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const nameKey = NAMES.find((name) => typeof own(name) === "string" && own(name) !== "");
  const type = readText(own("display_type"), `${path}/display_type`, 100, report);
  const value = readTraitValue(own("value"), type, `${path}/value`, report);
  if (value === undefined) {
    report.add("metadata-attribute-invalid", path);
    return undefined;
  }
  if (nameKey !== undefined && nameKey !== "trait_type") {
    report.add("metadata-field-alias", pointer(path, nameKey), "trait_type");
  }
  const name = nameKey && readText(own(nameKey), pointer(path, nameKey), MAX_NAME, report);
  const max = readNumber(own("max_value"), `${path}/max_value`, report);
  return {
    ...(name ? { trait_type: name } : {}),
    value,
    ...(type === undefined ? {} : { display_type: type }),
    ...(max === undefined ? {} : { max_value: max }),
  };
}

function readTraitValue(
  value: unknown,
  type: string | undefined,
  path: string,
  report: AssetReport,
): Attribute["value"] | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  if (type !== undefined && NUMERIC.has(type)) {
    const number = readNumber(value, path, report);
    if (number !== undefined) return number;
  }
  return readText(value, path, MAX_TEXT, report);
}
