import type { Provider, Signer, TransactionReceipt } from "ethers";
import { confirm, settle } from "./confirm.ts";
import { ZoneDeployError } from "./errors.ts";
import { inspectZone, type ZonePresence } from "./inspect.ts";
import type { ZonePlan } from "./plan.ts";
import { type DeployStep, missingSteps, stepCall } from "./steps.ts";

/** Who hears of each transaction of a deployment. */
export interface DeployListener {
  /** Before it is sent. */
  onStep?(step: DeployStep): void;
  /** When it was mined; without a receipt where somebody else has made the part meanwhile. */
  onDone?(step: DeployStep, receipt?: TransactionReceipt): void;
}

/**
 * Deploys what a chain has not got of a zone. May be called again after any failure, and by several at once: it goes on
 * where the chain is, and ends by comparing all code with what was built.
 *
 * @param deployer - pays; gets no rights
 * @throws ZoneDeployError, and whatever the chain's endpoint refuses with
 */
export async function deployZone(
  deployer: Signer,
  plan: ZonePlan,
  listener: DeployListener = {},
): Promise<ZonePresence> {
  const { provider } = deployer;
  if (provider === null) {
    throw new ZoneDeployError("no-chain", "The deployer has no connection to a chain.");
  }
  // What a killed run had sent is mined first, so that no step is paid for twice.
  await settle(provider, await deployer.getAddress());
  for (const step of missingSteps(plan, await inspectZone(provider, plan))) {
    listener.onStep?.(step);
    const receipt = await take(deployer, provider, plan, step);
    listener.onDone?.(step, receipt);
  }
  const present = await inspectZone(provider, plan);
  const [left] = missingSteps(plan, present);
  if (left === undefined) return present;
  throw new ZoneDeployError("not-made", `${left.name} is not where it was deployed.`, [
    left.address,
  ]);
}

async function take(
  deployer: Signer,
  provider: Provider,
  plan: ZonePlan,
  step: DeployStep,
): Promise<TransactionReceipt | undefined> {
  try {
    const { hash } = await deployer.sendTransaction(stepCall(plan, step));
    return await confirm(provider, hash);
  } catch (error) {
    // Somebody else may have taken the very step: the address says what it is.
    if ((await provider.getCode(step.address)) === "0x") throw error;
    return undefined;
  }
}
