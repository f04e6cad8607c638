import { createStore } from "zustand/vanilla";
import type { WaitingCredit } from "../../sim/creator/credit.ts";
import type { Coming } from "../../sim/creator/on-the-way.ts";
import type { Payment } from "../../sim/creator/payment.ts";
import type { Item, ItemName } from "../../sim/item.ts";
import type { Problem } from "../world/arrival-store.ts";

/** An account's yen on one platform's chain. */
export interface Purse {
  readonly chain: string;
  /** The platform's name, made safe to show. */
  readonly name: ItemName;
  /** Where the platform answers. */
  readonly url: string;
  /** The chain's endpoint, for who asks it without anybody's help. */
  readonly rpcUrl: string;
  /** In yen's smallest unit; undefined until the chain has told it. */
  readonly yen?: string;
  /** Whether the chain did not answer when it was asked last. */
  readonly isSilent: boolean;
  /** Whether one can cash out there. */
  readonly hasCashOut: boolean;
}

/** How a claim of a credit goes. */
export interface Claiming {
  readonly phase: "idle" | "signing" | "sending" | "done" | "failed";
  readonly problem?: Problem;
  readonly transaction?: string;
  readonly to?: string;
  readonly amount?: string;
}

/** Everything that the desk knows of money. */
export interface MoneyState {
  purses: readonly Purse[];
  /** How many platforms of the zone do not answer. */
  silent: number;
  credits: readonly WaitingCredit[];
  onTheWay: readonly Coming[];
  /** Newest first. */
  payments: readonly Payment[];
  /** Whether older payments are left out. */
  isCut: boolean;
  /** The partner whose node tells it; undefined while none does. */
  node?: { readonly url: string; readonly partner: string } | undefined;
  nodePhase: "asking" | "live" | "none";
  /** Unix seconds of the last answer. */
  readAt?: number | undefined;
  /** Works' names and pictures, by token. */
  items: Readonly<Record<string, Item | "loading" | "missing">>;
  /** By the credit's key. */
  claims: Readonly<Record<string, Claiming>>;
}

/** Starts knowing nothing. */
export const noMoney = (): MoneyState => ({
  purses: [],
  silent: 0,
  credits: [],
  onTheWay: [],
  payments: [],
  isCut: false,
  node: undefined,
  nodePhase: "asking",
  readAt: undefined,
  items: {},
  claims: {},
});

/** What the desk knows of money. */
export const createMoneyStore = () => createStore<MoneyState>(noMoney);
