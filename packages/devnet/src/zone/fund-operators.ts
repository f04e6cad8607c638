import type { Provider, Wallet } from "ethers";
import type { ZoneKey } from "../keys/zone-keys.ts";
import { mined } from "./mined.ts";

/** What an operator is given that came after its chain began, in wei: 1,000 of the chain's coin. */
const GRANT = 1_000n * 10n ** 18n;

/**
 * Gives coins to an operator that has none. Those of a new zone begin with some; a zone that is older than its
 * worlds has a genesis without them.
 */
export async function fundOperator(
  deployer: Wallet,
  provider: Provider,
  { address }: ZoneKey,
): Promise<void> {
  if ((await provider.getBalance(address)) !== 0n) return;
  const { hash } = await deployer.connect(provider).sendTransaction({ to: address, value: GRANT });
  await mined(provider, hash);
}
