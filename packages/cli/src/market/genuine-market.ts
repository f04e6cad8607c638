import { isMarketCode } from "@ryugu/contracts/deploy";
import { type Address, address, isSameAddress } from "@ryugu/sdk/primitives";
import type { Provider } from "ethers";
import { ForeignCodeError, UsageError } from "../errors.ts";

/** Whether the code at an address is the market's as this release was built, byte for byte. */
export async function isGenuineMarket(provider: Provider, market: Address): Promise<boolean> {
  return isMarketCode(await provider.getCode(market));
}

/** How a person names the market that they trust. */
export interface TrustOptions {
  market?: string;
}

/** The market that a person trusts, by their own word. Throws UsageError where the order is for another one. */
export function namedMarket(options: TrustOptions, market: Address): Address | undefined {
  if (options.market === undefined) return undefined;
  const named = address(options.market);
  if (isSameAddress(named, market)) return named;
  throw new UsageError("The order is for another market than the one you named.", {
    details: [`Named: ${named}`, `The order's: ${market}`],
  });
}

/**
 * Refuses to pay through a contract that an order names and nobody knows: it could take the money and give nothing.
 *
 * @throws ForeignCodeError, UsageError
 */
export async function assertTrusted(
  provider: Provider,
  market: Address,
  options: TrustOptions,
): Promise<void> {
  if (namedMarket(options, market) !== undefined) return;
  if (await isGenuineMarket(provider, market)) return;
  throw new ForeignCodeError("The order names a market whose code is not the zone's market.", {
    details: [
      `Market: ${market}`,
      "Nothing was signed. If you trust it, name it: --market <address>.",
    ],
  });
}
