import type { Job, Organisation } from "../../src/sim/protocol/platform.ts";

/** When every posting of this fair was posted, and how long it holds. */
const SEASON = { datePosted: "2026-10-01", validThrough: "2027-09-30" } as const;

/** A posting of this season. */
export const job = (posting: Omit<Job, keyof typeof SEASON>): Job => ({ ...posting, ...SEASON });

/** Yen a year, in thousands. */
export const yearly = (min: number, max: number): Job["salary"] => ({
  min: min * 1_000,
  max: max * 1_000,
  unit: "YEAR",
});

/** Yen an hour. */
export const hourly = (min: number, max: number): Job["salary"] => ({ min, max, unit: "HOUR" });

/** The fields that an application may carry. A company asks for some of them. */
export type FieldName =
  | "name"
  | "email"
  | "school"
  | "graduation"
  | "languages"
  | "skills"
  | "portfolio"
  | "message";

/** What a company asks for: some it needs, some it would like. */
export const asksFor = (
  required: readonly FieldName[],
  optional: readonly FieldName[],
): Organisation["fields"] => [
  ...required.map((name) => ({ name, required: true })),
  ...optional.map((name) => ({ name, required: false })),
];
