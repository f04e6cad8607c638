import type { HomeToken } from "./ledger.ts";

/** Somebody whose key is known by its words, and what a browser that has the key must find. */
export interface Recovery {
  words: string;
  account: string;
  token: HomeToken;
}
