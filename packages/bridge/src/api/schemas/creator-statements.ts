import * as z from "zod";

export const statementParamSchema = z.object({
  account: z.string().regex(/^0x[0-9a-fA-F]{40}$/, "expected a 0x address"),
  period: z
    .string()
    .max(30)
    .describe(
      "Days in Japan: a month `2026-11`, a day `2026-11-05`, a year `2026`, or `2026-11-01/2026-11-16` with the last one excluded and `/` written `%2F`. A year at most.",
    ),
});

export const statementQuerySchema = z.object({
  format: z.enum(["json", "csv", "pdf"]).default("json"),
  language: z.enum(["ja", "en"]).default("ja").describe("Of what people read; JSON has none."),
});
