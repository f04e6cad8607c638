import { createStore } from "zustand/vanilla";
import type { TalkLine } from "../../sim/talk/log.ts";

/** A message of the page to the person, for a moment. */
export interface Notice {
  readonly key: number;
  readonly code: string;
  readonly tone: "info" | "good" | "warning";
  /** What the words of the code are about: a name, a number. */
  readonly about?: string;
}

/** What was said, and what the page has to say. */
export interface TalkState {
  lines: readonly TalkLine[];
  notices: readonly Notice[];
}

/** Starts silent. */
export const createTalkStore = () => createStore<TalkState>(() => ({ lines: [], notices: [] }));
