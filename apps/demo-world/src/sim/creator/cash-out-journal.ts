import { parseSignedCashOut } from "@ryugu/sdk/payout";
import * as z from "zod/mini";

const account = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));

/**
 * A cash-out that is under way, as the browser keeps it over a reload. `signed` holds the bank account: it is kept from the signature
 * until the issuer has answered, so that a lost answer can be asked for again, and no longer.
 */
const journalSchema = z.object({
  payee: account,
  /** The platform's chain (CAIP-2). */
  chain: z.string().check(z.regex(/^eip155:[1-9][0-9]{0,18}$/)),
  id: z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/)),
  signed: z.optional(z.unknown()),
});

/** A kept cash-out. */
export type CashOutJournal = z.output<typeof journalSchema>;

/** Reads what was kept for an account; undefined for nothing, for nonsense and for somebody else's. */
export function readCashOutJournal(kept: unknown, payee: string): CashOutJournal | undefined {
  const read = journalSchema.safeParse(kept);
  if (!read.success || read.data.payee.toLowerCase() !== payee.toLowerCase()) return undefined;
  if (read.data.signed === undefined) return read.data;
  try {
    parseSignedCashOut(read.data.signed);
    return read.data;
  } catch {
    return undefined;
  }
}
