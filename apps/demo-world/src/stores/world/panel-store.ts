import { createStore } from "zustand/vanilla";
import type { TokenRef } from "../../sim/protocol/references.ts";

/** What is open over the world. One thing at a time. */
export type Panel =
  | { kind: "booth"; organisation: string }
  | { kind: "gifts" }
  | { kind: "artwork"; spot: string }
  | { kind: "easel" }
  | { kind: "market"; offer?: string }
  | { kind: "sell"; token: TokenRef }
  | { kind: "gate" }
  | { kind: "belongings" }
  | { kind: "settings" }
  | { kind: "help" }
  | { kind: "backup" };

/** The open panel. */
export interface PanelState {
  open?: Panel | undefined;
}

/** Starts with none. */
export const createPanelStore = () => createStore<PanelState>(() => ({}));
