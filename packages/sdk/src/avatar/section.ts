import * as z from "zod/mini";
import { pointer } from "../primitives/index.ts";
import type { AvatarReport } from "./finding-codes.ts";

/** The most elements read of any list in a stranger's file. */
const MAX_ELEMENTS = 65_536;
/** How many wrong elements of one list are named before the rest is left unread. */
const MAX_COMPLAINTS = 3;

/** A list of glTF indices. One issue for the whole list, however many elements are wrong. */
export const indexList = z.custom<number[]>(
  (value) => Array.isArray(value) && value.every(Number.isFinite),
  "expected a list of numbers",
);

/** A list whose elements are only counted. */
export const anyList = z.custom<unknown[]>(Array.isArray, "expected a list");

/** A list that is refused by its length before its elements are looked at. */
export function boundedList<T>(element: z.ZodMiniType<T>, max = 4_096) {
  const bounded = z.custom<unknown[]>(
    (value) => Array.isArray(value) && value.length <= max,
    `expected a list of at most ${max} elements`,
  );
  return z.pipe(bounded, z.array(element) as z.ZodMiniType<T[], unknown[]>);
}

/** Reads one part of the JSON; where its shape is wrong, notes why and returns the fallback. */
export function readSection<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  path: string,
  report: AvatarReport,
  fallback: T,
): T {
  if (value === undefined) return fallback;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, MAX_COMPLAINTS)) {
    report.add("avatar-shape-invalid", pointer(path, ...issue.path), issue.message);
  }
  return fallback;
}

/** Reads a list element by element; a list with a wrong element counts as empty. */
export function readList<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  path: string,
  report: AvatarReport,
): T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MAX_ELEMENTS) {
    report.add("avatar-shape-invalid", path, `expected a list of at most ${MAX_ELEMENTS} elements`);
    return [];
  }
  const list: T[] = [];
  let complaints = 0;
  for (const [index, element] of value.entries()) {
    const result = schema.safeParse(element);
    if (result.success) {
      list.push(result.data);
      continue;
    }
    const issue = result.error.issues[0];
    const where = pointer(path, index, ...(issue?.path ?? []));
    report.add("avatar-shape-invalid", where, issue?.message);
    if (++complaints >= MAX_COMPLAINTS) break;
  }
  return complaints === 0 ? list : [];
}

/** A member of a JSON object that is itself an object, or an empty one. */
export function member(parent: unknown, name: string): { readonly [key: string]: unknown } {
  const value = isRecord(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
  return isRecord(value) ? value : {};
}

/** Whether a JSON value is an object and no list. */
export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a number is an index into a list of the given length. */
export function isIndex(value: unknown, length: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < length;
}
