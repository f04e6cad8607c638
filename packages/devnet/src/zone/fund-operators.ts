import type { Signer } from "ethers";
import type { ZoneKey } from "../keys/zone-keys.ts";

/** What an operator is given that came after its chain began, in wei: 1,000 of the chain's coin. */
const GRANT = 1_000n * 10n ** 18n;

/**
 * Gives coins to an operator that has none. Those of a new zone begin with some; a zone that is older than its
 * worlds has a genesis without them.
 */
export async function fundOperator(deployer: Signer, { address }: ZoneKey): Promise<void> {
  const balance = await deployer.provider?.getBalance(address);
  if (balance !== 0n) return;
  const sent = await deployer.sendTransaction({ to: address, value: GRANT });
  await sent.wait();
}
