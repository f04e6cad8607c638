import {
  type BankTerms,
  type BankTransfer,
  parseBankAccount,
  type TransferOrder,
} from "@ryugu/sdk/payout";
import { bytes32, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

const amount = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,14})$/));
const key = z.string().check(z.regex(/^0x[0-9a-f]{64}$/));
const tier = z.strictObject({ from: amount, fee: amount });

const orderSchema = z.strictObject({
  key,
  account: z.record(z.string(), z.unknown()),
  yen: amount,
  reference: z.string().check(z.regex(/^[0-9A-Z]{1,20}$/)),
  executeOn: z.optional(z.iso.date()),
});

const transferSchema = z.object({
  key,
  state: z.enum(["accepted", "sent", "settled", "refused"]),
  yen: amount,
  fee: amount,
  refusal: z.optional(
    z.enum([
      ...(["no-such-account", "holder-mismatch", "account-closed", "limit-exceeded"] as const),
      ...(["insufficient-funds", "not-a-business-day", "cancelled"] as const),
    ]),
  ),
  settledOn: z.optional(z.iso.date()),
});

const termsSchema = z.object({
  fees: z.object({
    bankCode: z.string().check(z.regex(/^[0-9]{4}$/)),
    sameBank: z.array(tier),
    otherBanks: z.array(tier),
  }),
  perTransfer: amount,
  leavesOn: z.iso.date(),
});

/** Reads an order as it comes in. Throws InvalidShapeError, InvalidBankAccountError. */
export function parseOrder(value: unknown): TransferOrder {
  const { executeOn, ...order } = parseShape(orderSchema, value, "The order");
  return {
    key: bytes32(order.key),
    account: parseBankAccount(order.account),
    yen: BigInt(order.yen),
    reference: order.reference,
    ...(executeOn === undefined ? {} : { executeOn }),
  };
}

/** A transfer as the bank tells it: no word of the account. */
export function toTransferJson({ key, state, yen, fee, refusal, settledOn }: BankTransfer) {
  return { key, state, yen, fee, refusal, settledOn };
}

/** Reads a transfer as the bank told it. Throws InvalidShapeError. */
export function parseTransfer(value: unknown): BankTransfer {
  const { key, state, yen, fee, refusal, settledOn } = parseShape(
    transferSchema,
    value,
    "The bank's transfer",
  );
  return {
    ...{ key: bytes32(key), state, yen: BigInt(yen), fee: BigInt(fee) },
    ...(refusal === undefined ? {} : { refusal }),
    ...(settledOn === undefined ? {} : { settledOn }),
  };
}

/** Reads a bank's terms. Throws InvalidShapeError. */
export function parseTerms(value: unknown): BankTerms {
  const { fees, perTransfer, leavesOn } = parseShape(termsSchema, value, "The bank's terms");
  const tiers = (rows: z.output<typeof tier>[]) =>
    rows.map(({ from, fee }) => ({ from: BigInt(from), fee: BigInt(fee) }));
  return {
    perTransfer: BigInt(perTransfer),
    leavesOn,
    fees: {
      bankCode: fees.bankCode,
      sameBank: tiers(fees.sameBank),
      otherBanks: tiers(fees.otherBanks),
    },
  };
}
