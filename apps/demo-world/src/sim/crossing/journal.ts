import * as z from "zod/mini";
import { tokenSchema } from "../protocol/references.ts";
import type { Crossing, CrossingPhase } from "./crossing.ts";

const PHASES = [
  "gas",
  "approving",
  "sending",
  "sent",
  "final",
  "attested",
  "delivered",
  "parked",
  "returned",
  "failed",
] as const satisfies readonly CrossingPhase[];

const itemName = z.string().check(z.maxLength(200));
const platform = z.enum(["minato", "garan"]);
const crossingSchema = z.object({
  from: platform,
  to: platform,
  token: tokenSchema,
  name: z.optional(z.object({ en: itemName, ja: itemName })),
  phase: z.enum(PHASES),
  at: z.partialRecord(z.enum(PHASES), z.number()),
  messageId: z.optional(z.string().check(z.regex(/^0x[0-9a-f]{64}$/))),
  signers: z.array(z.string().check(z.maxLength(128))).check(z.maxLength(256)),
  quorum: z.int(),
  arrived: z.optional(tokenSchema),
  detail: z.optional(z.string().check(z.maxLength(400))),
});
const journalSchema = z.object({
  schema: z.literal("ryugu-crossing/1"),
  /** Whose crossing it is: another person of the same browser does not take it up. */
  account: z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/)),
  crossing: crossingSchema,
});

/** A crossing as it is kept in the browser, so that a page that is loaded again goes on with it. */
export function writeJournal(account: string, { problem: _, ...crossing }: Crossing): string {
  return JSON.stringify({ schema: "ryugu-crossing/1", account, crossing });
}

/** What was kept for this account; undefined for nothing, nonsense, or somebody else's. */
export function readJournal(text: string | undefined, account: string): Crossing | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
  const read = journalSchema.safeParse(value);
  if (!read.success || read.data.account.toLowerCase() !== account.toLowerCase()) return undefined;
  const { name, messageId, arrived, detail, at, ...rest } = read.data.crossing;
  return {
    ...rest,
    at: at as Crossing["at"],
    ...(name === undefined ? {} : { name }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(arrived === undefined ? {} : { arrived }),
    ...(detail === undefined ? {} : { detail }),
  };
}
