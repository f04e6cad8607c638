import { createStore } from "zustand/vanilla";
import { EVERYTHING, type TransferFilter } from "../sim/filter.ts";
import type { Item } from "../sim/item.ts";
import type { TransferBook } from "../sim/transfer-book.ts";

/** A token's picture and name, as far as they are known. */
export type ItemState =
  | { phase: "loading" }
  | { phase: "ready"; item: Item }
  | { phase: "missing" };

/** The transfers and which of them are shown. */
export interface TransfersState {
  book: TransferBook;
  /** Whether a node has told its transfers, so that an empty book means a calm sea. */
  loaded: boolean;
  filter: TransferFilter;
  /** The transfer whose details are open. */
  selected?: string;
  /** By token key. */
  items: Readonly<Record<string, ItemState>>;
}

/** Starts empty. */
export const createTransfersStore = () =>
  createStore<TransfersState>(() => ({ book: [], loaded: false, filter: EVERYTHING, items: {} }));
