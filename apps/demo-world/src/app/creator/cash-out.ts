import type { BankAccount } from "@ryugu/sdk/payout";
import { KEPT, keep, readKeptJson } from "../../services/world/storage.ts";
import { type CashOutJournal, readCashOutJournal } from "../../sim/creator/cash-out-journal.ts";
import { noCashOut } from "../../stores/creator/cash-out-store.ts";
import { problemOf } from "../world/problem-code.ts";
import { type CreatorDesk, heavy, type Look, openKey, ready } from "./desk.ts";
import { followCashOut } from "./follow-cash-out.ts";
import { atIssuer } from "./issuer.ts";

/** From yen tokens to a bank account. */
export function cashOutActions(desk: CreatorDesk) {
  const { cashOut } = desk.stores;
  return {
    quote: (chain: string, units: bigint, bank: BankAccount) =>
      void quote(desk, { chain, units, bank }),
    confirmCashOut: () => void confirm(desk),
    cancelCashOut: () => void cancel(desk),
    /** Back to the form: of what was quoted nothing was asked yet, of what has ended nothing is kept. */
    newCashOut() {
      const { phase } = cashOut.getState();
      if (phase === "quoted" || phase === "ended") cashOut.setState(noCashOut(), true);
    },
  };
}

/** Goes on with what this browser keeps, once the key is open that it belongs to. */
export function resumeCashOut(desk: CreatorDesk, look: Look): void {
  const { cashOut } = desk.stores;
  const journal = readCashOutJournal(readKeptJson(KEPT.cashOut), look.account);
  if (journal === undefined) return;
  const { phase } = cashOut.getState();
  if (phase !== "form" && phase !== "kept") return;
  const isOpen = desk.key?.wallet.address.toLowerCase() === look.account;
  cashOut.setState({ phase: isOpen ? "following" : "kept", chain: journal.chain });
  if (isOpen) void followCashOut(desk, look, journal);
}

async function quote(
  desk: CreatorDesk,
  { chain, units, bank }: { chain: string; units: bigint; bank: BankAccount },
): Promise<void> {
  const { cashOut } = desk.stores;
  if (cashOut.getState().phase !== "form") return;
  cashOut.setState({ phase: "quoting", problem: undefined, chain });
  try {
    const quoted = await atIssuer(desk, chain, async (issuer) => {
      const [terms, quote] = await Promise.all([
        issuer.terms(),
        issuer.quote(units, bank.bankCode),
      ]);
      return { terms, quote };
    });
    if (quoted.quote.yen > quoted.terms.perTransfer) {
      return cashOut.setState({ phase: "form", problem: { code: "invalid-cash-out/limit" } });
    }
    cashOut.setState({ phase: "quoted", ...quoted, bank });
  } catch (error) {
    cashOut.setState({ phase: "form", problem: problemOf(error) });
  }
}

async function confirm(desk: CreatorDesk): Promise<void> {
  const { stores, look } = desk;
  const { phase, terms, quote, bank, chain } = stores.cashOut.getState();
  if (phase !== "quoted" || look === undefined) return;
  if (terms === undefined || quote === undefined || bank === undefined || chain === undefined)
    return;
  stores.cashOut.setState({ phase: "signing", problem: undefined });
  try {
    const { chainTime, signWish } = await heavy();
    const now = await chainTime(ready(desk).chains, chain);
    const { id, signed } = await signWish(openKey(desk), { terms, quote, bank, now });
    // Kept before it is sent: an answer that is lost can be asked for again, and nothing is paid twice.
    const journal: CashOutJournal = { payee: look.account, chain, id, signed };
    keep(KEPT.cashOut, JSON.stringify(journal));
    stores.cashOut.setState({ phase: "sending" });
    await followCashOut(desk, look, journal);
  } catch (error) {
    stores.cashOut.setState({ phase: "quoted", problem: problemOf(error) });
  }
}

async function cancel(desk: CreatorDesk): Promise<void> {
  const { cashOut } = desk.stores;
  const { cashOut: known, chain, isCancelling } = cashOut.getState();
  if (known === undefined || chain === undefined || isCancelling) return;
  cashOut.setState({ isCancelling: true, problem: undefined });
  try {
    const stands = await atIssuer(desk, chain, (issuer) => issuer.cancel(known.id));
    cashOut.setState({ cashOut: stands, isCancelling: false });
  } catch (error) {
    cashOut.setState({ isCancelling: false, problem: problemOf(error) });
  }
}
