import { createStore } from "zustand/vanilla";

/** One change of the node that the page follows. */
export interface FeedSwitch {
  from: string;
  to: string;
  /** Unix milliseconds. */
  at: number;
}

/** Which node the page follows, and whether it is being followed. */
export interface FeedState {
  /** `connecting` also while going on to another node; `offline` once none of them answered. */
  phase: "waiting" | "connecting" | "live" | "offline";
  /** The followed node's URL. */
  url?: string;
  /** When a whole round of nodes will be tried again, in Unix milliseconds. */
  retryAt?: number;
  /** Rounds in which no node answered, since one last did. */
  rounds: number;
  switches: readonly FeedSwitch[];
}

/** Starts waiting for the manifest. */
export const createFeedStore = () =>
  createStore<FeedState>(() => ({ phase: "waiting", rounds: 0, switches: [] }));
