import { decodeMessage } from "@ryugu/sdk/lane";
import type { Hex } from "@ryugu/sdk/primitives";

/**
 * What deliveries take, roughly and on the high side, in gas. The chain's own estimate decides in the end. An asset that
 * passes through home moves from vault to vault, is described, and leaves in another message.
 */
const GAS = { message: 50_000, asset: 80_000, collection: 300_000, onward: 60_000 } as const;

/** What the gateway wants to be there before a message, whatever it takes in the end: `GasLib.sol`. */
const ALLOWANCE = {
  give: 180_000,
  forward: 700_000,
  asset: 240_000,
  describe: 330_000,
  refresh: 70_000,
  byte: 210,
  asking: 115_000,
  ending: 80_000,
} as const;

/** A transaction has at most this much gas (EIP-7825); where a chain allows more, a delivery does not need it. */
export const MOST_GAS = 16_777_216;

/** What a message's delivery asks of the transaction that it is in. */
export interface MessageGas {
  /** How much it is expected to take. */
  gas: number;
  /** How much must be left when its turn comes, or the gateway reverts with `GasTooLow`. */
  needed: number;
}

/** How much gas a message's delivery takes and needs: for deciding how many go together. */
export function messageGas(body: Hex): MessageGas {
  const message = decodeMessage(body);
  const bytes = ALLOWANCE.byte * ((body.length - 2) / 2);
  if (message.kind === "collection") {
    const { describe, refresh } = ALLOWANCE;
    return {
      gas: GAS.collection,
      needed: needed(describe + refresh * message.refreshes.length + bytes),
    };
  }
  const { kind, assets } = message;
  const perAsset = GAS.asset + (kind === "forward" ? GAS.onward : 0);
  const base = kind === "forward" ? ALLOWANCE.forward : ALLOWANCE.give;
  return {
    gas: GAS.message + perAsset * assets.length + (kind === "forward" ? GAS.collection : 0),
    needed: needed(base + ALLOWANCE.asset * assets.length + bytes),
  };
}

/** A call is given 63 of 64 parts of what there is (EIP-150). */
function needed(allowance: number): number {
  return Math.floor(((allowance + ALLOWANCE.asking) * 64) / 63) + ALLOWANCE.ending;
}

/** A delivery never counts as cheaper than this part of what is expected, nor as dearer than expected. */
const LEAST_SHARE = 0.2;

/**
 * What part of the expected gas a lane's deliveries really take, by the chain's estimate of the last one: what is expected is
 * on the high side, and twice or thrice as many messages fit one transaction as it says.
 */
export function shareTaken(expected: number, estimated: bigint): number {
  return Math.min(1, Math.max(LEAST_SHARE, Number(estimated) / Math.max(1, expected)));
}
