/** The creator's desk's slow state. */
import type { StoreApi } from "zustand/vanilla";
import { createPreferencesStore, type PreferencesState } from "../preferences-store.ts";
import { type CashOutState, createCashOutStore } from "./cash-out-store.ts";
import { createMoneyStore, type MoneyState } from "./money-store.ts";
import { createStatementStore, type StatementState } from "./statement-store.ts";
import { createViewStore, type ViewState } from "./view-store.ts";

/** What each store of the desk holds. */
export interface CreatorStates {
  preferences: PreferencesState;
  view: ViewState;
  money: MoneyState;
  statement: StatementState;
  cashOut: CashOutState;
}

/** Every store of one desk. */
export type CreatorStores = { readonly [K in keyof CreatorStates]: StoreApi<CreatorStates[K]> };

/** Makes every store of one desk. */
export function createCreatorStores(preferences: PreferencesState): CreatorStores {
  return {
    preferences: createPreferencesStore(preferences),
    view: createViewStore(),
    money: createMoneyStore(),
    statement: createStatementStore(),
    cashOut: createCashOutStore(),
  };
}
