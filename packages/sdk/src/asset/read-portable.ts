import type * as z from "zod/mini";
import { pointer } from "../primitives/index.ts";
import type { AssetReport } from "./finding-codes.ts";
import {
  assetClassSchema,
  creatorSchema,
  creatorsSchema,
  licenceSchema,
  modelSchema,
  PORTABLE_VERSION,
  type PortableFields,
} from "./portable.ts";
import { isRecord, isSafeName, readText, readUri } from "./read-value.ts";

const FIELDS = ["version", "class", "models", "creators", "licence"];
const MODEL_FIELDS = ["use", "format", "uri", "mediaType", "cid", "sha256", "size"];
const CREATOR_FIELDS = ["account", "name", "share"];
const LICENCE_FIELDS = ["spdx", "url"];
const MAX_ENTRIES = 100;

/** Reads the portable fields; what is wrong is left out with a finding, the rest is kept. */
export function readPortable(
  value: unknown,
  path: string,
  report: AssetReport,
): PortableFields | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) {
    report.add("metadata-portable-invalid", path, "expected an object");
    return undefined;
  }
  const { version, ...rest } = known(value, FIELDS, path, report);
  if (version !== PORTABLE_VERSION) {
    report.add("metadata-portable-version", `${path}/version`, String(version));
    return undefined;
  }
  const kind = check(assetClassSchema, rest.class, `${path}/class`, report);
  const models = list(rest.models, `${path}/models`, report)?.flatMap((entry, i) => {
    const where = pointer(path, "models", i);
    const model = known(entry, MODEL_FIELDS, where, report);
    const uri = readUri(model.uri, `${where}/uri`, report);
    if (uri === undefined && typeof model.uri === "string") return []; // its finding is made
    return check(modelSchema, { ...model, uri }, where, report) ?? [];
  });
  const creators = readCreators(rest.creators, `${path}/creators`, report);
  const licence = readLicence(rest.licence, `${path}/licence`, report);
  return {
    version: PORTABLE_VERSION,
    ...(kind === undefined ? {} : { class: kind }),
    ...(models === undefined ? {} : { models }),
    ...(creators === undefined ? {} : { creators }),
    ...(licence === undefined ? {} : { licence }),
  };
}

/** All creators or none: a split from which one was left out would pay the wrong people. */
function readCreators(value: unknown, path: string, report: AssetReport) {
  const creators = list(value, path, report)?.map((entry, i) => {
    const where = pointer(path, i);
    const creator = known(entry, CREATOR_FIELDS, where, report);
    const name = readText(creator.name, `${where}/name`, 200, report);
    return check(creatorSchema, { ...creator, name }, where, report);
  });
  if (creators === undefined || creators.includes(undefined)) return undefined;
  return check(creatorsSchema, creators, path, report);
}

function readLicence(value: unknown, path: string, report: AssetReport) {
  if (value === undefined) return undefined;
  const licence = known(value, LICENCE_FIELDS, path, report);
  return check(
    licenceSchema,
    { ...licence, url: readUri(licence.url, `${path}/url`, report) },
    path,
    report,
  );
}

function check<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  path: string,
  report: AssetReport,
): T | undefined {
  if (value === undefined) return undefined;
  const result = schema.safeParse(isRecord(value) ? withoutUndefined(value) : value);
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, 3)) {
    report.add("metadata-portable-invalid", pointer(path, ...issue.path), issue.message);
  }
  return undefined;
}

function list(value: unknown, path: string, report: AssetReport): unknown[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.length <= MAX_ENTRIES) return value;
  report.add("metadata-portable-invalid", path, `expected a list of at most ${MAX_ENTRIES}`);
  return undefined;
}

/** The members that version 1 knows; others may come from a later minor addition. */
function known(
  value: unknown,
  names: readonly string[],
  path: string,
  report: AssetReport,
): Record<string, unknown> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter(([name]) => {
      if (names.includes(name)) return true;
      if (isSafeName(name, path, report)) {
        report.add("metadata-field-unknown", pointer(path, name), name);
      }
      return false;
    }),
  );
}

const withoutUndefined = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
