import { hasUnsafeCharacters, pointer, safeLine, safeText } from "../primitives/index.ts";
import type { AvatarReport } from "./finding-codes.ts";

const LONG_TEXT = 2_000;
const MAX_ENTRIES = 100;

/** Reads texts, lists and links of a stranger's meta, each made safe to show. */
export interface MetaFields {
  /** One text; absent where the field is missing, empty or no text. */
  text(name: string): string | undefined;
  /** A list of texts, at most 100. */
  texts(name: string): string[];
  /** An http or https link; others are dropped with a finding. */
  link(name: string): string | undefined;
  /** The fields of the given names that are texts or booleans. */
  terms(names: readonly string[]): Record<string, string | boolean>;
  /** Notes a field that the standard asks for and the file lacks. */
  expect(name: string): void;
}

/** Opens a meta object for reading. */
export function metaFields(
  meta: { readonly [key: string]: unknown },
  path: string,
  report: AvatarReport,
): MetaFields {
  const clean = (value: unknown, name: string): string | undefined => {
    if (typeof value !== "string") return undefined;
    if (hasUnsafeCharacters(value))
      report.add("avatar-meta-text-unsafe", pointer(path, name), value);
    return safeText(value, LONG_TEXT) || undefined;
  };
  const own = (name: string) => (Object.hasOwn(meta, name) ? meta[name] : undefined);
  return {
    text: (name) => clean(own(name), name),
    texts(name) {
      const value = own(name);
      if (!Array.isArray(value)) return [];
      const texts = value.slice(0, MAX_ENTRIES).map((entry) => clean(entry, name));
      return texts.filter((text) => text !== undefined);
    },
    link(name) {
      const value = own(name);
      if (typeof value !== "string" || value === "") return undefined;
      if (isWebLink(value)) return value;
      report.add("avatar-link-dropped", pointer(path, name), value);
      return undefined;
    },
    terms(names) {
      const terms: Record<string, string | boolean> = {};
      for (const name of names) {
        const value = own(name);
        if (typeof value === "boolean") terms[name] = value;
        else if (typeof value === "string" && value !== "")
          terms[name] = safeLine(value, LONG_TEXT);
      }
      return terms;
    },
    expect(name) {
      const value = own(name);
      const isThere = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== "";
      if (!isThere) report.add("avatar-meta-missing", pointer(path, name), name);
    },
  };
}

function isWebLink(value: string): boolean {
  return (
    /^https?:\/\//i.test(value) &&
    value.length <= LONG_TEXT &&
    !hasUnsafeCharacters(value) &&
    !/\s/.test(value) &&
    URL.canParse(value)
  );
}
