import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { CreatorStates, CreatorStores } from "../../stores/creator/index.ts";
import type { Locale } from "../../stores/preferences-store.ts";
import { MisplacedComponentError } from "../errors.ts";
import type { CreatorActions } from "./actions.ts";
import { CREATOR_WORDS, type CreatorWords } from "./words/index.ts";

interface CreatorContextValue {
  stores: CreatorStores;
  actions: CreatorActions;
}

const CreatorContext = createContext<CreatorContextValue | undefined>(undefined);

/** Gives the desk its stores and actions. */
export const CreatorProvider = CreatorContext.Provider;

/** The desk's stores and actions. */
export function useCreator(): CreatorContextValue {
  const desk = useContext(CreatorContext);
  if (desk === undefined) {
    throw new MisplacedComponentError("A component stands outside CreatorProvider.");
  }
  return desk;
}

/** Part of one store's state; the component draws again when it changes. */
export function useCreatorState<K extends keyof CreatorStates, T>(
  store: K,
  select: (state: CreatorStates[K]) => T,
): T {
  return useStore<StoreApi<CreatorStates[K]>, T>(useCreator().stores[store], select);
}

/** The reader's language. */
export const useLanguage = (): Locale => useCreatorState("preferences", ({ locale }) => locale);

/** The desk's words in the reader's language. */
export const useCreatorWords = (): CreatorWords => CREATOR_WORDS[useLanguage()];

/** Whether this browser's key is that of the account that is looked at, and whether it is open. */
export function useKey(): "open" | "locked" | "none" {
  const account = useCreatorState("view", (state) => state.account);
  const own = useCreatorState("view", ({ key }) => key?.address.toLowerCase());
  const lock = useCreatorState("view", (state) => state.lock);
  if (account === undefined || own !== account) return "none";
  return lock === "open" ? "open" : "locked";
}
