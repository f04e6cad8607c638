import type { Gateway } from "../message/hashing.ts";
import type { ChainId } from "../words.ts";
import type { Chain } from "./chain.ts";

/** The whole zone as plain data. No gateway ever reads another chain's part of it. */
export interface Zone {
  readonly name: string;
  readonly settings: Settings;
  readonly chains: Map<ChainId, Chain>;
}

/** Fixed at deployment; all in seconds. */
export interface Settings {
  readonly minDeadline: number;
  readonly maxDeadline: number;
  readonly defaultDeadline: number;
  readonly policyNotice: number;
  readonly reanchorNotice: number;
  readonly windDownNotice: number;
}

/** What DESIGN section 4 names: 24 hours to 30 days, 7 days, 72 hours, 7 days. */
export const SETTINGS: Settings = {
  minDeadline: 86_400,
  maxDeadline: 30 * 86_400,
  defaultDeadline: 7 * 86_400,
  policyNotice: 7 * 86_400,
  reanchorNotice: 72 * 3_600,
  windDownNotice: 7 * 86_400,
};

/** A chain as the zone begins on it. */
export interface ChainSetup extends Gateway {
  readonly name?: string;
}
