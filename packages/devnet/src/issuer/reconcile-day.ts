import {
  type BankRail,
  type BookedTransfer,
  type Day,
  parseTransferFile,
  type Reconciliation,
  reconcile,
  transferReference,
} from "@ryugu/sdk/payout";
import type { IssuerStore, KeptCashOut } from "./store.ts";

/**
 * Holds the issuer's books against the bank's file of a day.
 *
 * @returns undefined until the bank's day is over
 * @throws ZenginFileError, CashOutUnavailableError
 */
export async function reconcileDay(
  store: IssuerStore,
  rail: BankRail,
  day: Day,
): Promise<Reconciliation | undefined> {
  const file = await rail.settlementFile(day);
  if (file === undefined) return undefined;
  return reconcile(store.ordered().map(toBooked), parseTransferFile(file), day);
}

function toBooked({ cashOut, signed }: KeptCashOut): BookedTransfer {
  const { id, yen, fee, settledOn } = cashOut;
  return {
    ...{ id, reference: transferReference(id), account: signed.account, arrives: yen - fee },
    ...(settledOn === undefined ? {} : { settledOn }),
  };
}
