import { InvalidChainIdError } from "./errors.ts";
import { preview } from "./hex.ts";

/** A chain named by CAIP-2 in the `eip155` namespace: `eip155:31337`. Checked by {@link chainId}. */
export type ChainId = `eip155:${string}` & { readonly __brand: "ChainId" };

const CAIP2_EIP155 = /^eip155:([1-9][0-9]{0,19})$/;
const MAX_REFERENCE = (1n << 64n) - 1n;

/**
 * Checks a CAIP-2 chain id of the `eip155` namespace, or makes one of a number.
 *
 * @throws InvalidChainIdError
 */
export function chainId(value: string | number | bigint): ChainId {
  const text = typeof value === "string" ? value : `eip155:${value}`;
  const reference = CAIP2_EIP155.exec(text)?.[1];
  if (reference === undefined || BigInt(reference) > MAX_REFERENCE) {
    throw new InvalidChainIdError("Expected a CAIP-2 chain id such as eip155:1.", {
      details: [`Received: ${preview(value)}`],
    });
  }
  return text as ChainId;
}

/** The chain's number (EIP-155) in its CAIP-2 id. */
export function chainNumber(id: ChainId): bigint {
  return BigInt(id.slice("eip155:".length));
}
