import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { DeskState } from "../../stores/desk/desk-store.ts";
import type { Locale } from "../../stores/preferences-store.ts";
import { MisplacedComponentError } from "../errors.ts";
import { DESK_WORDS } from "./words/index.ts";

interface DeskContextValue {
  store: StoreApi<DeskState>;
  /** Speaks at the booth; says whether it was heard. */
  say(text: string): Promise<boolean>;
  setLocale(locale: Locale): void;
}

const DeskContext = createContext<DeskContextValue | undefined>(undefined);

/** Gives the desk its store and actions. */
export const DeskProvider = DeskContext.Provider;

/** The desk's store and actions. */
export function useDesk(): DeskContextValue {
  const desk = useContext(DeskContext);
  if (desk === undefined) {
    throw new MisplacedComponentError("A component stands outside DeskProvider.");
  }
  return desk;
}

/** Part of the desk's state. */
export const useDeskState = <T,>(select: (state: DeskState) => T): T =>
  useStore(useDesk().store, select);

/** The desk's words in the reader's language. */
export const useDeskWords = () => DESK_WORDS[useDeskState(({ locale }) => locale)];
