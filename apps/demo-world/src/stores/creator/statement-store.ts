import { createStore } from "zustand/vanilla";
import type { Problem } from "../world/arrival-store.ts";

/** A statement that was asked for. */
export interface StatementState {
  phase: "idle" | "reading" | "ready" | "failed";
  /** Which file is being made. */
  format?: "json" | "csv" | "pdf" | undefined;
  period?: string | undefined;
  problem?: Problem | undefined;
  /** What this browser verified. */
  checked?:
    | {
        readonly digest: string;
        readonly partner: string;
        readonly isComplete: boolean;
        readonly lines: number;
        /** In yen, an exact decimal. */
        readonly net: string;
      }
    | undefined;
}

/** Starts with nothing asked. */
export const createStatementStore = () => createStore<StatementState>(() => ({ phase: "idle" }));
