import { createStore } from "zustand/vanilla";

/** An application of one's own, as the fair knows it. */
export interface OwnApplication {
  readonly id: string;
  readonly organisation: string;
  readonly job: string;
  readonly receivedAt: number;
  readonly withdrawnAt: number | null;
}

/** One's dealings with the fair. */
export interface FairState {
  /** Undefined until they were asked for. */
  applications?: readonly OwnApplication[] | undefined;
  busy?: "applying" | "withdrawing" | undefined;
  problem?: string | undefined;
  /** What was chosen to be told to companies, kept while the page is open and nowhere else. */
  answers: Readonly<Record<string, string>>;
}

/** Starts without applications. */
export const createFairStore = () => createStore<FairState>(() => ({ answers: {} }));
