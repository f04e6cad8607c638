import { AWAY, accountOf, HOME } from "./messages.ts";

/** A vault that holds what it owes, and one unit more. */
export const COVERED = {
  homeChain: HOME,
  counterpartChain: AWAY,
  homeToken: accountOf("yen"),
  standard: "erc20",
  state: "covered",
  outstanding: "4",
  inFlightOut: "0",
  inFlightBack: "0",
  parkedOut: "0",
  parkedBack: "0",
  claimed: "0",
  owed: "4",
  vault: "5",
  difference: "1",
} as const;
