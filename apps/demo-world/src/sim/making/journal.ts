import * as z from "zod/mini";
import { workAnswer } from "../protocol/http.ts";
import { MOST } from "./draft.ts";
import type { Making } from "./making.ts";

const text = (most: number) => z.string().check(z.maxLength(most));
const journalSchema = z.object({
  schema: z.literal("ryugu-making/1"),
  /** Whose work it is: another person of the same browser does not take it up. */
  account: z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/)),
  making: z.object({
    key: z.string().check(z.regex(/^0x[0-9a-f]{64}$/)),
    draft: z.object({
      title: text(MOST.title),
      about: text(MOST.about),
      creators: z
        .array(z.object({ name: text(MOST.name), account: text(80), percent: text(20) }))
        .check(z.minLength(1), z.maxLength(MOST.creators)),
      price: text(40),
    }),
    picture: z.optional(z.string().check(z.regex(/^b[a-z2-7]{40,80}$/))),
    work: z.optional(workAnswer),
    order: z.optional(z.record(z.string(), z.unknown())),
  }),
});

/** A work on its way, as it is kept in the browser: a page that is loaded again goes on with it, and makes no second. */
export const writeMaking = (account: string, making: Making): string =>
  JSON.stringify({ schema: "ryugu-making/1", account, making });

/** What was kept for this account; undefined for nothing, nonsense, or somebody else's. */
export function readMaking(text: string | undefined, account: string): Making | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
  const read = journalSchema.safeParse(value);
  if (!read.success || read.data.account.toLowerCase() !== account.toLowerCase()) return undefined;
  const { key, draft, picture, work, order } = read.data.making;
  return {
    key,
    draft,
    ...(picture === undefined ? {} : { picture }),
    ...(work === undefined ? {} : { work }),
    ...(order === undefined ? {} : { order }),
  };
}
