import { getAddress } from "ethers";
import { InvalidAddressError } from "./errors.ts";
import { type Hex, isHex, preview } from "./hex.ts";

/** A 20-byte account or contract address in EIP-55 mixed case, checked by {@link address}. */
export type Address = Hex & { readonly __brand: "Address" };

/** The address of nobody. */
export const ZERO_ADDRESS = "0x0000000000000000000000000000000000000000" as Address;

/** Addresses come again and again, and each checksum is a hash: those of late are remembered. */
const known = /* @__PURE__ */ new Map<string, Address>();
const MOST_KNOWN = 1_024;

/**
 * Checks an address and returns it in EIP-55 mixed case.
 *
 * All lower or all upper case is accepted; mixed case must carry the right checksum (EIP-55).
 *
 * @throws InvalidAddressError
 */
export function address(value: unknown): Address {
  if (!isHex(value) || value.length !== 42) {
    throw new InvalidAddressError("Expected a 20-byte 0x address.", {
      details: [`Received: ${preview(value)}`],
    });
  }
  const before = known.get(value);
  if (before !== undefined) return before;
  try {
    const checked = getAddress(value) as Address;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(value, checked);
    return checked;
  } catch (cause) {
    throw new InvalidAddressError("The address has a wrong checksum (EIP-55).", {
      cause,
      details: [`Received: ${preview(value)}`, "Was a character mistyped?"],
    });
  }
}

/** Whether two addresses name the same account, whatever their case. */
export function isSameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
