import { type Finding, type Json, pointer, startReport } from "../primitives/index.ts";
import { ASSET_FINDINGS, type AssetFindingCode, type AssetReport } from "./finding-codes.ts";
import { type AssetMetadata, localizationSchema, MAX_NAME, MAX_TEXT } from "./metadata.ts";
import { DEFAULT_MAX_METADATA_BYTES, parseSource } from "./parse-source.ts";
import { readAttributes } from "./read-attributes.ts";
import { readPortable } from "./read-portable.ts";
import { isRecord, isSafeName, readJson, readNumber, readText, readUri } from "./read-value.ts";

/** How metadata is read. */
export interface ReadMetadataOptions {
  /** The largest text or bytes accepted; 1 MB by default. */
  maxBytes?: number;
}

/** Metadata as far as it could be read, and what is wrong with it. */
export interface MetadataReading {
  metadata: AssetMetadata;
  findings: readonly Finding<AssetFindingCode>[];
}

/** Other names of a field, as marketplaces write them. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  name: ["title"],
  image: ["image_url", "imageUrl", "imageURI", "image_uri", "image_data"],
  animation_url: ["animation", "animationUrl", "animation_uri"],
  external_url: ["external_link", "externalUrl", "external_uri", "home_url"],
  background_color: ["backgroundColor", "background_colour"],
  attributes: ["traits"],
};
const FIELDS = new Set([
  ...Object.keys(ALIASES),
  "description",
  "properties",
  "decimals",
  "localization",
  "ryugu",
]);

/**
 * Reads an asset's metadata as real marketplaces write it, and says what is wrong.
 *
 * What can be understood is brought into its standard form; what cannot, and every link that is not
 * https, ipfs, ar or data, is left out. Nothing is fetched.
 *
 * @param input - JSON as text or UTF-8 bytes, a `data:application/json` link, or parsed JSON
 * @throws MetadataNotJsonError, MetadataTooLargeError, MetadataNotObjectError
 * @example
 * const { metadata, findings } = readMetadata(await response.text());
 */
export function readMetadata(
  input: string | Uint8Array | Json,
  options: ReadMetadataOptions = {},
): MetadataReading {
  const report: AssetReport = startReport(ASSET_FINDINGS);
  const source = parseSource(input, options.maxBytes ?? DEFAULT_MAX_METADATA_BYTES, report);
  const used = new Set<string>();
  const pick = (field: string) => pickField(source, field, used, report);
  const fields = {
    name: readText(...pick("name"), MAX_NAME, report),
    description: readText(...pick("description"), MAX_TEXT, report),
    image: readUri(...asImage(...pick("image")), report),
    animation_url: readUri(...pick("animation_url"), report),
    external_url: readUri(...pick("external_url"), report),
    background_color: readColour(...pick("background_color"), report),
    attributes: readAttributes(...pick("attributes"), report),
    properties: readProperties(...pick("properties"), report),
    decimals: readDecimals(...pick("decimals"), report),
    localization: readLocalization(...pick("localization"), report),
    ryugu: readPortable(...pick("ryugu"), report),
  };
  if (fields.name === undefined) report.add("metadata-name-missing", "/name");
  noteUnknown(source, used, report);
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  const metadata = { name: "", ...Object.fromEntries(present) } as AssetMetadata;
  return { metadata, findings: report.findings };
}

/** A field's value and its pointer, under its own name or the first alias that has a value. */
function pickField(
  source: { readonly [key: string]: unknown },
  field: string,
  used: Set<string>,
  report: AssetReport,
): [value: unknown, path: string] {
  const names = [field, ...(ALIASES[field] ?? [])].filter((name) => Object.hasOwn(source, name));
  const name = names.find((each) => ![null, "", undefined].includes(source[each] as null)) ?? field;
  used.add(name);
  if (name !== field) report.add("metadata-field-alias", pointer("", name), field);
  for (const other of names) if (source[other] === source[name]) used.add(other);
  return [Object.hasOwn(source, name) ? source[name] : undefined, pointer("", name)];
}

/** An SVG written into the metadata as text becomes a data link. */
function asImage(value: unknown, path: string): [value: unknown, path: string] {
  const isSvg = typeof value === "string" && /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/i.test(value);
  return [
    isSvg ? `data:image/svg+xml,${encodeURIComponent(value.replace(/\p{Cs}/gu, ""))}` : value,
    path,
  ];
}

function readColour(value: unknown, path: string, report: AssetReport): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const digits = /^#?([0-9a-fA-F]{6})$/.exec(String(value))?.[1];
  if (digits !== value) report.add("metadata-colour-invalid", path, String(value));
  return digits;
}

function readProperties(value: unknown, path: string, report: AssetReport) {
  if (value === undefined || value === null) return undefined;
  if (isRecord(value)) return readJson(value, path, report) as Record<string, unknown>;
  report.add("metadata-field-type", path, Array.isArray(value) ? "list" : typeof value);
  return undefined;
}

function readDecimals(value: unknown, path: string, report: AssetReport): number | undefined {
  const decimals = readNumber(value, path, report);
  if (decimals === undefined || (Number.isInteger(decimals) && decimals >= 0 && decimals <= 255)) {
    return decimals;
  }
  report.add("metadata-field-type", path, `${decimals}`);
  return undefined;
}

function readLocalization(value: unknown, path: string, report: AssetReport) {
  if (value === undefined || value === null) return undefined;
  const uri = isRecord(value) ? readUri(value.uri, `${path}/uri`, report) : undefined;
  const fields = isRecord(value) ? { uri, default: value.default, locales: value.locales } : value;
  const result = localizationSchema.safeParse(readJson(fields, path, report));
  if (result.success) return result.data;
  report.add("metadata-field-type", path, result.error.issues[0]?.message);
  return undefined;
}

function noteUnknown(
  source: { readonly [key: string]: unknown },
  used: ReadonlySet<string>,
  report: AssetReport,
): void {
  for (const name of Object.keys(source)) {
    if (used.has(name) || (FIELDS.has(name) && source[name] === null)) continue;
    if (isSafeName(name, "", report)) report.add("metadata-field-unknown", pointer("", name), name);
  }
}
