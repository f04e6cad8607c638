import { transferStatusSchema } from "@ryugu/sdk/transfer";
import * as z from "zod";

const whole = z.int().nonnegative();

export const exportQuerySchema = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .describe("`next` of an earlier page."),
  limit: z.coerce.number().int().min(1).max(256).default(64),
});

export const exportSchema = z.object({
  transfers: z.array(transferStatusSchema),
  next: whole.optional(),
});

export const trailSchema = z.object({
  entries: z.array(
    z.object({
      id: whole,
      time: whole.describe("Unix milliseconds."),
      type: z.string(),
      detail: z.looseObject({}),
    }),
  ),
  next: whole.optional(),
});
