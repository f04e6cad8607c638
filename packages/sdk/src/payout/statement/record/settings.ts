import * as z from "zod/mini";

const basisPoints = z.int().check(z.minimum(0), z.maximum(10_000));
const wholeYen = z.string().check(z.regex(/^[1-9][0-9]{0,14}$/));

/** How many days after what a payment is due. */
export const dueSchema = z.strictObject({
  days: z.int().check(z.minimum(1), z.maximum(366)),
  /** Whether the day of the event is the first of them, as Japanese law counts. */
  countsFirstDay: z.boolean(),
  from: z.enum(["sale", "period-end"]),
});

/** Rates by bands of what is paid: each applies to the part up to its end, the last, without an end, to the rest. */
export const withholdingSchema = z.strictObject({
  bands: z
    .array(z.strictObject({ upTo: z.optional(wholeYen), basisPoints }))
    .check(z.minLength(1), z.maxLength(16)),
  /** What the bands are applied to: each payment by itself, or the statement's sum. */
  per: z.enum(["payment", "statement"]),
  /** Whether the consumption tax in a share is withheld from too. */
  base: z.enum(["tax-included", "tax-excluded"]),
});

/** Consumption tax that is in the shares. */
export const consumptionTaxSchema = z.strictObject({
  basisPoints,
  /** How the sum's tax becomes whole yen, once for the statement. */
  rounding: z.enum(["down", "nearest", "up"]),
});

/** What a statement notes for the books besides what chains say. Nothing by default; a record, never advice. */
export const recordSettingsSchema = z.strictObject({
  due: z.optional(dueSchema),
  withholding: z.optional(withholdingSchema),
  consumptionTax: z.optional(consumptionTaxSchema),
});

/** When a payment is due. */
export type DueRule = z.output<typeof dueSchema>;
/** What is withheld of a payment. */
export type WithholdingRule = z.output<typeof withholdingSchema>;
/** What consumption tax is in the shares. */
export type ConsumptionTaxRule = z.output<typeof consumptionTaxSchema>;
/** What a statement notes for the books. */
export type RecordSettings = z.output<typeof recordSettingsSchema>;

/**
 * Due on the sixtieth day, the day of the sale counted as the first: the longest that the freelance act (article 4) and the act
 * on subcontracted payments (article 3 of 取適法) allow from the day on which the work was received.
 */
export const SIXTY_DAYS: DueRule = { days: 60, countsFirstDay: true, from: "sale" };

/**
 * Fees to people for manuscripts, designs and the use of copyrights: 10.21 % of a payment up to a million yen and 20.42 % of what is
 * above, fractions of a yen dropped (Income Tax Act, articles 204 and 205, with the special income tax for reconstruction).
 */
export const REMUNERATION_WITHHOLDING: WithholdingRule = {
  bands: [{ upTo: "1000000", basisPoints: 1_021 }, { basisPoints: 2_042 }],
  per: "payment",
  base: "tax-included",
};

/** The standard rate of 10 %, fractions of a yen dropped. */
export const STANDARD_CONSUMPTION_TAX: ConsumptionTaxRule = {
  basisPoints: 1_000,
  rounding: "down",
};
