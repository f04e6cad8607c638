import * as z from "zod/mini";
import { hex, parseShape } from "../../primitives/index.ts";
import { addressText, chainIdText, hashText } from "../../zone/fields.ts";
import type { CashOutEvent, CashOutTerms, TimedQuote } from "./adapter.ts";
import type { CashOut } from "./state.ts";

const amount = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,77})$/));
const whole = z.int().check(z.nonnegative());
const day = z.iso.date();

/** The JSON of a cash-out as it stands. */
export const cashOutSchema = z.strictObject({
  id: hashText,
  payee: addressText,
  units: amount,
  yen: amount,
  fee: amount,
  accountEnding: z.string().check(z.regex(/^[0-9]{3}$/)),
  state: z.enum([
    ...(["requested", "accepted", "sent", "settled", "refused", "returned", "cancelled"] as const),
  ]),
  reason: z.optional(
    z.enum([
      ...(["no-such-account", "holder-mismatch", "account-closed", "limit-exceeded"] as const),
      ...(["insufficient-funds", "not-a-business-day", "amount-differs"] as const),
      ...(["paid-too-late", "cancelled", "expired", "payment-voided"] as const),
    ]),
  ),
  payment: z.optional(z.strictObject({ transaction: hashText, units: amount })),
  settledOn: z.optional(day),
});

const eventsSchema = z
  .array(z.strictObject({ sequence: whole, at: whole, cashOut: cashOutSchema }))
  .check(z.maxLength(1_000));

const termsSchema = z.strictObject({
  currency: z.strictObject({
    chain: chainIdText,
    address: addressText,
    name: z.string().check(z.maxLength(256)),
    version: z.string().check(z.maxLength(256)),
    symbol: z.string().check(z.maxLength(16)),
    decimals: z.int().check(z.minimum(0), z.maximum(36)),
  }),
  redemption: addressText,
  perTransfer: amount,
});

const quoteSchema = z.strictObject({
  ...{ units: amount, dust: amount, yen: amount, fee: amount, arrives: amount },
  leavesOn: day,
});

/** Numbers that JSON cannot hold, as decimal text. */
export function toCashOutJson(
  value: CashOut | readonly CashOutEvent[] | CashOutTerms | TimedQuote,
) {
  return JSON.stringify(value, (_, field) => (typeof field === "bigint" ? `${field}` : field));
}

/** Reads a cash-out. Throws InvalidShapeError. */
export function parseCashOut(value: unknown): CashOut {
  return toCashOut(parseShape(cashOutSchema, value, "The cash-out"));
}

/** Reads a page of events. Throws InvalidShapeError. */
export function parseCashOutEvents(value: unknown): CashOutEvent[] {
  const events = parseShape(eventsSchema, value, "The page of events");
  return events.map((event) => ({ ...event, cashOut: toCashOut(event.cashOut) }));
}

/** Reads an issuer's terms. Throws InvalidShapeError. */
export function parseCashOutTerms(value: unknown): CashOutTerms {
  const terms = parseShape(termsSchema, value, "The issuer's terms");
  return { ...terms, perTransfer: BigInt(terms.perTransfer) };
}

/** Reads a quote. Throws InvalidShapeError. */
export function parseQuote(value: unknown): TimedQuote {
  const { leavesOn, ...amounts } = parseShape(quoteSchema, value, "The quote");
  const { units, dust, yen, fee, arrives } = amounts;
  return {
    ...{ units: BigInt(units), dust: BigInt(dust), yen: BigInt(yen) },
    ...{ fee: BigInt(fee), arrives: BigInt(arrives), leavesOn },
  };
}

function toCashOut(shape: z.output<typeof cashOutSchema>): CashOut {
  const { units, yen, fee, reason, payment, settledOn, ...rest } = shape;
  return {
    ...rest,
    ...{ units: BigInt(units), yen: BigInt(yen), fee: BigInt(fee) },
    ...(reason === undefined ? {} : { reason }),
    ...(payment === undefined ? {} : { payment: toPayment(payment) }),
    ...(settledOn === undefined ? {} : { settledOn }),
  };
}

function toPayment({ transaction, units }: { transaction: string; units: string }) {
  return { transaction: hex(transaction, 32), units: BigInt(units) };
}
