import type { BankAccount, CashOut, CashOutTerms, TimedQuote } from "@ryugu/sdk/payout";
import { createStore } from "zustand/vanilla";
import type { Problem } from "../world/arrival-store.ts";

/** A way from yen tokens to a bank account. */
export interface CashOutState {
  /**
   * `form`: nothing is asked yet. `quoting`: the issuer is asked. `quoted`: it waits for a word. `signing`, `sending`: until the issuer has
   * it. `kept`: one is under way, and the key that may ask about it is locked. `following`: until it ends. `ended`: it has.
   */
  phase: ("form" | "quoting" | "quoted" | "signing") | ("sending" | "kept" | "following" | "ended");
  /** The platform's chain. */
  chain?: string | undefined;
  problem?: Problem | undefined;
  /** What is asked for, as far as it is known. Never kept on the device. */
  quote?: TimedQuote | undefined;
  terms?: CashOutTerms | undefined;
  bank?: BankAccount | undefined;
  /** How it stands, by the issuer's word. */
  cashOut?: CashOut | undefined;
  /** Whether the issuer did not answer when it was asked last. */
  isSilent: boolean;
  isCancelling: boolean;
}

/** Starts with the form. */
export const noCashOut = (): CashOutState => ({
  phase: "form",
  chain: undefined,
  problem: undefined,
  terms: undefined,
  quote: undefined,
  bank: undefined,
  cashOut: undefined,
  isSilent: false,
  isCancelling: false,
});

/** A way from yen tokens to a bank account. */
export const createCashOutStore = () => createStore<CashOutState>(noCashOut);
