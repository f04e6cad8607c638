import type { Message } from "@ryugu/sdk/lane";
import type { Address, AssetStandard, Bytes32 } from "@ryugu/sdk/primitives";
import { AWAY, accountOf, HOME } from "./messages.ts";

/** A token of a collection, and how much of it. */
export interface Parcel {
  token: Address;
  standard: AssetStandard;
  id: bigint;
  amount: bigint;
}

const PERSON = accountOf("person");

const assetsOf = ({ id, amount }: Parcel) => [{ id, amount, metadata: { form: "none" as const } }];

/** Somebody sends a parcel from home. */
export function transferOf(parcel: Parcel): Message {
  const { standard, token: homeToken } = parcel;
  return {
    kind: "transfer",
    standard,
    deadline: 2_000_000_000,
    homeChain: HOME,
    homeToken,
    sourceChain: HOME,
    sender: PERSON,
    refundAccount: PERSON,
    destinationChain: AWAY,
    recipient: PERSON,
    reference: "0x",
    assets: assetsOf(parcel),
  };
}

/** A message that expired goes back. */
export function returnOf(parcel: Parcel, returnedId: Bytes32): Message {
  const { standard, token: homeToken } = parcel;
  const refund = { refundChain: HOME, refundAccount: PERSON, returnedId };
  const home = { homeChain: HOME, homeToken };
  return {
    kind: "return",
    reason: "expired",
    standard,
    ...home,
    ...refund,
    assets: assetsOf(parcel),
  };
}
