import { custodyAbi } from "@ryugu/contracts";
import { ASSET_CLASSES } from "@ryugu/sdk/lane";
import type { Address } from "@ryugu/sdk/primitives";
import { Contract } from "ethers";
import { type CouncilSeat, decide } from "../zone/decide.ts";
import { LANE_LIMIT } from "./amounts.ts";

const CLASS = ASSET_CLASSES.payment;

/** A token on the chain whose council decides about it. */
export interface CouncilToken {
  seat: CouncilSeat;
  custody: Address;
  token: Address;
}

/** Has the council list the yen where it was born, as a means of payment within a limit, unless it has. */
export async function listYen(listing: CouncilToken): Promise<void> {
  if (await hasLimit(listing)) return;
  const { seat, token } = listing;
  const { cap, windowMinutes } = LANE_LIMIT;
  const act = { token, class: CLASS, cap, windowMinutes };
  await decide(seat, {
    ...{ name: "ListToken", act },
    call: ["listToken", token, CLASS, cap, windowMinutes],
  });
}

/** Has the council limit what arrives of it elsewhere, unless it has. */
export async function limitYen(listing: CouncilToken): Promise<void> {
  if (await hasLimit(listing)) return;
  const { seat, token } = listing;
  const { cap, windowMinutes } = LANE_LIMIT;
  const act = { token, cap, windowMinutes };
  await decide(seat, { name: "SetLimit", act, call: ["setLimit", token, cap, windowMinutes] });
}

/** A limit that the council has changed since is not changed back. */
async function hasLimit({ seat, custody, token }: CouncilToken): Promise<boolean> {
  const contract = new Contract(custody, custodyAbi, seat.provider);
  const { windowMinutes } = await contract.getFunction("meterOf")(token);
  return windowMinutes !== 0n;
}
