import { NonceManager, type Provider, type Wallet } from "ethers";
import { mined } from "../zone/mined.ts";

/** More than any call of the issuer's takes; what is left over is not paid. */
const GAS = 2_000_000;

/** What the issuer sends. */
export interface IssuerCall {
  to: string;
  data: string;
  value?: bigint;
}

/** Sends calls in their order and all at once, and waits until blocks have them. Throws ZoneDeploymentError. */
export async function sendAll(
  issuer: Wallet,
  provider: Provider,
  calls: readonly IssuerCall[],
): Promise<void> {
  const sender = new NonceManager(issuer.connect(provider));
  const hashes = [];
  // Not estimated: a call may rest on those before it.
  for (const call of calls)
    hashes.push((await sender.sendTransaction({ ...call, gasLimit: GAS })).hash);
  await Promise.all(hashes.map((hash) => mined(provider, hash)));
}
