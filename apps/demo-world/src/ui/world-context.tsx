import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { TokenReference } from "../sim/item.ts";
import type { WorldStates, WorldStores } from "../stores/index.ts";
import type { Locale } from "../stores/preferences-store.ts";
import { MisplacedComponentError } from "./errors.ts";
import { WORDS, type Words } from "./words/index.ts";

/** What the page can ask of the outside; `app/` gives it. */
export interface WorldActions {
  /** Begins to read a token's name and picture. */
  wantItem(token: TokenReference): void;
  /** Tries the nodes now instead of waiting. */
  retryNow(): void;
}

/** What every component of the page can reach. */
export interface World {
  stores: WorldStores;
  actions: WorldActions;
}

const WorldContext = createContext<World | undefined>(undefined);

/** Gives the page its stores and actions. */
export const WorldProvider = WorldContext.Provider;

/** The page's stores and actions. */
export function useWorld(): World {
  const world = useContext(WorldContext);
  if (world === undefined)
    throw new MisplacedComponentError("A component stands outside WorldProvider.");
  return world;
}

/** Part of one store's state; the component draws again when it changes. */
export function useWorldState<K extends keyof WorldStates, T>(
  store: K,
  select: (state: WorldStates[K]) => T,
): T {
  return useStore<StoreApi<WorldStates[K]>, T>(useWorld().stores[store], select);
}

/** The page's words in the visitor's language. */
export function useWords(): Words {
  return WORDS[useWorldState("preferences", (state) => state.locale)];
}

/** The language that numbers and dates are written in. */
export function useLocale(): Locale {
  return useWorldState("preferences", (state) => state.locale);
}
