import type { SplitShare } from "@ryugu/sdk/payout";
import { address, preview } from "@ryugu/sdk/primitives";
import { UsageError } from "../errors.ts";

const SHARE = /^(0x[0-9a-fA-F]{40}):([0-9]{1,10})(:split)?$/;

/**
 * Reads payees as they are typed: `0x…:7`, and `0x…:3:split` for one that is a split too.
 *
 * @throws UsageError, InvalidAddressError
 */
export function readShares(texts: readonly string[]): SplitShare[] {
  return texts.map((text) => {
    const [, payee, weight, nested] = SHARE.exec(text) ?? [];
    if (payee === undefined) {
      throw new UsageError(`This is no payee with a weight: ${preview(text)}`, {
        details: ["Such as: 0x…:7, or 0x…:3:split for a payee that is a split too."],
      });
    }
    return { payee: address(payee), weight: Number(weight), nested: nested !== undefined };
  });
}
