import { parseBankAccount } from "@ryugu/sdk/payout";
import { parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

const whole = z.int().check(z.nonnegative());
const minutes = z.int().check(z.minimum(0), z.maximum(1_440));
const chance = z.number().check(z.minimum(0), z.maximum(1));
const range = z.tuple([whole, whole]);
const yen = z.pipe(
  z.union([whole, z.string().check(z.regex(/^[0-9]{1,15}$/))]),
  z.transform((value) => BigInt(value)),
);
const tiers = z.array(z.strictObject({ from: yen, fee: yen })).check(z.minLength(1));
const account = z.pipe(
  z.record(z.string(), z.unknown()),
  z.transform((value) => parseBankAccount(value)),
);

/** How the bank misbehaves, each by its chance. */
const faultsSchema = z.strictObject({
  seed: whole,
  /** It answers 503 and has done nothing. */
  refusesBefore: z._default(chance, 0),
  /** It answers 503 and has done what was asked. */
  losesAnswer: z._default(chance, 0),
  /** It answers late, after up to this many milliseconds. */
  late: z._default(chance, 0),
  lateBy: z._default(whole, 500),
  /** It calls a webhook twice. */
  tellsTwice: z._default(chance, 0),
  /** It calls a webhook about something older first. */
  tellsOutOfOrder: z._default(chance, 0),
});

/** What a simulated bank is like. */
export const bankSettingsSchema = z.strictObject({
  /** The bank's own number, and its fees. */
  fees: z.strictObject({
    bankCode: z.string().check(z.regex(/^[0-9]{4}$/)),
    sameBank: tiers,
    otherBanks: tiers,
  }),
  limits: z.strictObject({ perTransfer: yen, perDay: yen }),
  calendar: z.strictObject({ opening: minutes, cutOff: minutes, moreTime: z.boolean() }),
  /** Minutes of a day in Japan in which nothing is answered; of every day unless a weekday (0 is Sunday) is given. */
  maintenance: z.array(
    z.strictObject({
      weekday: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
      from: minutes,
      to: minutes,
    }),
  ),
  /** Its customer: whoever redeems a token, with what is in the account at first. */
  customer: z.strictObject({
    code: z.string().check(z.regex(/^[0-9]{10}$/)),
    account,
    deposit: yen,
  }),
  /** Accounts of which it is known what becomes of money for them. */
  accounts: z.array(z.strictObject({ account, isClosed: z._default(z.boolean(), false) })),
  /** Whether accounts that are not listed are there: all, none, or all but those whose number begins with some digits. */
  unlisted: z.union([
    z.enum(["open", "missing"]),
    z.strictObject({ missing: z.string().check(z.regex(/^[0-9]{1,7}$/)) }),
  ]),
  /** Seconds of the bank's clock, least and most: until it sends, and until the other bank has answered. */
  delays: z.strictObject({ sending: range, arriving: range, seed: whole }),
  faults: z.optional(faultsSchema),
});

/** What a simulated bank is like. */
export type BankSettings = z.output<typeof bankSettingsSchema>;
/** The same as it is written in a file. */
export type BankSettingsInput = z.input<typeof bankSettingsSchema>;
/** How the bank misbehaves. */
export type BankFaults = z.output<typeof faultsSchema>;

/** Reads settings. Throws InvalidShapeError, InvalidBankAccountError. */
export function parseBankSettings(value: unknown): BankSettings {
  return parseShape(bankSettingsSchema, value, "The bank's settings");
}
