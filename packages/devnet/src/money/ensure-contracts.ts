import type { ProxiedContract } from "@ryugu/contracts/deploy";
import { NonceManager, type Provider, type Wallet } from "ethers";
import { ZoneDeploymentError } from "../errors.ts";
import { mined } from "../zone/mined.ts";

/** More than any of these contracts takes; what is left over is not paid. */
const GAS = 7_000_000;

/**
 * Puts contracts on a chain that are not there, in their order and all at once: none waits for another's block. May be
 * called again after any failure.
 *
 * @throws ZoneDeploymentError
 */
export async function ensureContracts(
  deployer: Wallet,
  provider: Provider,
  contracts: readonly ProxiedContract[],
): Promise<void> {
  const sender = new NonceManager(deployer.connect(provider));
  const hashes = [];
  for (const { call } of await missing(provider, contracts)) {
    // Not estimated: a constructor may ask a contract that is on its way too.
    hashes.push((await sender.sendTransaction({ ...call, gasLimit: GAS })).hash);
  }
  await Promise.allSettled(hashes.map((hash) => mined(provider, hash)));
  const [left] = await missing(provider, contracts);
  if (left === undefined) return;
  throw new ZoneDeploymentError("A contract of the zone's money is not where it should be.", {
    details: [`Expected at: ${left.address}`],
  });
}

async function missing(
  provider: Provider,
  contracts: readonly ProxiedContract[],
): Promise<ProxiedContract[]> {
  const codes = await Promise.all(contracts.map(({ address }) => provider.getCode(address)));
  return contracts.filter((_, i) => codes[i] === "0x");
}
