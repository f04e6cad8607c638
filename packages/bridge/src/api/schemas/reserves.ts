import { reserveSchema } from "@ryugu/sdk/reserves";
import * as z from "zod";

const whole = z.int().nonnegative();
const dayText = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, "expected a day: 2026-11-22");

export const reservesSchema = z.object({
  time: whole.describe("Unix milliseconds at which the audit was finished."),
  chains: z
    .array(z.object({ id: z.string(), block: whole, hash: z.string() }))
    .describe("The final block of each chain that the figures stand at."),
  reserves: z.array(reserveSchema),
  unread: z
    .array(z.object({ homeChain: z.string(), counterpartChain: z.string(), reason: z.string() }))
    .describe("Pairs of chains that could not be compared this time."),
});

export const dayParamSchema = z.object({ day: z.union([dayText, z.literal("latest")]) });

export const daysQuerySchema = z.object({
  before: dayText.optional().describe("`next` of an earlier page."),
  limit: z.coerce.number().int().min(1).max(1_000).default(31),
});

export const statementDaysSchema = z.object({ days: z.array(dayText), next: dayText.optional() });

export const holderParamSchema = z.object({
  address: z.string().regex(/^0x[0-9a-fA-F]{40}$/, "expected a 0x address"),
});
