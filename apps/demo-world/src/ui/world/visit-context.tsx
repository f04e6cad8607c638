import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { VisitStates, VisitStores } from "../../stores/world/index.ts";
import { MisplacedComponentError } from "../errors.ts";
import type { VisitActions } from "./actions.ts";
import { WORLD_WORDS, type WorldWords } from "./words/index.ts";

interface VisitContextValue {
  stores: VisitStores;
  actions: VisitActions;
}

const VisitContext = createContext<VisitContextValue | undefined>(undefined);

/** Gives the overlay its stores and actions. */
export const VisitProvider = VisitContext.Provider;

function useVisit(): VisitContextValue {
  const visit = useContext(VisitContext);
  if (visit === undefined) {
    throw new MisplacedComponentError("A component stands outside VisitProvider.");
  }
  return visit;
}

/** What one can do. */
export const useActions = (): VisitActions => useVisit().actions;

/** Part of one store's state; the component draws again when it changes. */
export function useVisitState<K extends keyof VisitStates, T>(
  store: K,
  select: (state: VisitStates[K]) => T,
): T {
  return useStore<StoreApi<VisitStates[K]>, T>(useVisit().stores[store], select);
}

/** The visitor's language. */
export const useLanguage = () => useVisitState("settings", ({ locale }) => locale);

/** The words in the visitor's language. */
export const useWorldWords = (): WorldWords => WORLD_WORDS[useLanguage()];
