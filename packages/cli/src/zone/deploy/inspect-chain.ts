import {
  type DeployStep,
  expectedGas,
  inspectZone,
  missingSteps,
  stepCall,
  ZoneDeployError,
  type ZonePlan,
} from "@ryugu/contracts/deploy";
import { type ChainId, chainId } from "@ryugu/sdk/primitives";
import { formatEther, type JsonRpcProvider } from "ethers";
import { COUNCIL_ABI } from "../../chain/abi.ts";
import { readContract } from "../../chain/read-contract.ts";
import {
  DeployerUnfundedError,
  DeploymentProxyMissingError,
  ForeignCodeError,
} from "../../errors.ts";
import type { OpenChain } from "../founding/open-chains.ts";

/** A step with what it is expected to take. */
export interface PricedStep extends DeployStep {
  gas: bigint;
}

/** What a chain has of a zone, and what it still needs. */
export interface ChainState extends OpenChain {
  /** What is still to be sent, in order. */
  steps: PricedStep[];
  /** Of all steps. */
  gas: bigint;
  /** In the chain's smallest unit, per gas. */
  gasPrice: bigint;
  /** What the gateway says; undefined where there is none yet. */
  council?: CouncilState;
}

/** What a gateway says of its council and its lanes. */
export interface CouncilState {
  epoch: number;
  nonce: number;
  setHash: string;
  quorum: number;
  validators: string[];
  /** The chains that it has lanes to. */
  counterparts: ChainId[];
}

/**
 * Looks at a chain. Sends nothing.
 *
 * @throws ForeignCodeError, DeploymentProxyMissingError, ChainUnavailableError
 */
export async function inspectChain(plan: ZonePlan, open: OpenChain): Promise<ChainState> {
  const { provider } = open;
  const present = await inspectZone(provider, plan);
  const missing = namedProblems(open, () => missingSteps(plan, present));
  const isFactoryThere = present.factory === "deployed";
  const [steps, { gasPrice }, council] = await Promise.all([
    Promise.all(missing.map((step) => price(provider, plan, step, isFactoryThere))),
    provider.getFeeData(),
    missing.length === 0 ? readCouncil(provider, plan.gateway) : undefined,
  ]);
  const gas = steps.reduce((sum, step) => sum + step.gas, 0n);
  return { ...open, steps, gas, gasPrice: gasPrice ?? 0n, ...(council && { council }) };
}

/** Asks a gateway about its council; undefined where there is no gateway. */
export async function readCouncil(
  provider: JsonRpcProvider,
  gateway: string,
): Promise<CouncilState | undefined> {
  const read = readContract(gateway, COUNCIL_ABI, provider);
  const [set, nonce, counterparts] = await Promise.all([
    read("validatorSet"),
    read("councilNonce"),
    read("counterparts"),
  ]);
  if (set === undefined) return undefined;
  const [epoch, setHash, quorum, validators] = set as [bigint, string, bigint, string[]];
  return {
    epoch: Number(epoch),
    nonce: Number(nonce),
    setHash,
    quorum: Number(quorum),
    validators: [...validators],
    counterparts: (counterparts as bigint[]).map((number) => chainId(`eip155:${number}`)),
  };
}

/**
 * Asserts that an account can pay for what is missing on a chain.
 *
 * @throws DeployerUnfundedError
 */
export async function assertFunded(
  { chain, provider, steps, gas, gasPrice }: ChainState,
  account: string,
): Promise<void> {
  if (steps.length === 0) return;
  const balance = await provider.getBalance(account);
  const needed = gas * gasPrice;
  if (balance >= needed) return;
  throw new DeployerUnfundedError(`The deployer has too little money on ${chain.name}.`, {
    details: [
      `Deployer: ${account}`,
      `Has: ${formatEther(balance)} of the chain's coin`,
      `Needs about: ${formatEther(needed)}, for ${gas} gas`,
      "Nothing was sent on any chain.",
    ],
  });
}

/** Asks the chain where it can tell; a part cannot be estimated before its factory is there. */
async function price(
  provider: JsonRpcProvider,
  plan: ZonePlan,
  step: DeployStep,
  isFactoryThere: boolean,
): Promise<PricedStep> {
  const canBeAsked = isFactoryThere || step.name === "ZoneFactory";
  const asked = canBeAsked
    ? await provider.estimateGas(stepCall(plan, step)).catch(() => undefined)
    : undefined;
  return { ...step, gas: asked ?? BigInt(expectedGas(plan, step)) };
}

function namedProblems<T>({ chain }: OpenChain, look: () => T): T {
  try {
    return look();
  } catch (cause) {
    if (!(cause instanceof ZoneDeployError)) throw cause;
    const details = [`Chain: ${chain.name} (${chain.id})`, ...cause.details, "Nothing was sent."];
    throw cause.problem === "no-proxy"
      ? new DeploymentProxyMissingError(cause.message, { cause, details })
      : new ForeignCodeError(cause.message, { cause, details });
  }
}
