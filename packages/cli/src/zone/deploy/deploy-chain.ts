import {
  type DeployStep,
  deploymentBlock,
  deployZone,
  type ZonePlan,
} from "@ryugu/contracts/deploy";
import type { KeyWallet } from "@ryugu/sdk/wallet";
import { NonceManager, type TransactionReceipt } from "ethers";
import { applyRotations, type KnownRotation } from "./catch-up.ts";
import { type ChainState, type CouncilState, readCouncil } from "./inspect-chain.ts";

/** What was done on one chain. */
export interface DeployedChain extends ChainState {
  sent: SentStep[];
  /** Rotations that the gateway was given. */
  rotations: number;
  council: CouncilState;
  /** The block in which the gateway was made, where the chain's endpoint can tell. */
  startBlock?: number;
}

/** A step that was mined; without a transaction where somebody else took it meanwhile. */
export interface SentStep extends DeployStep {
  transaction?: string;
  gasUsed?: bigint;
}

/** Who hears how far a chain is. */
export type Heard = (state: ChainState, step: DeployStep, done: number) => void;

/** Finds the rotations that a gateway of some epoch lacks. */
export type FindRotations = (council: CouncilState) => Promise<readonly KnownRotation[]>;

/**
 * Puts on a chain what is missing there, and has its gateway take every rotation so far.
 *
 * @param heard - told after each transaction
 */
export async function deployOnChain(
  plan: ZonePlan,
  state: ChainState,
  payer: KeyWallet,
  find: FindRotations,
  heard: Heard,
): Promise<DeployedChain> {
  const { provider } = state;
  const sent: SentStep[] = [];
  // One counter for all transactions: some endpoints are a block behind with their count.
  const deployer = new NonceManager(payer.connect(provider));
  const onDone = (step: DeployStep, receipt?: TransactionReceipt) => {
    const { hash, gasUsed } = receipt ?? {};
    sent.push({ ...step, ...(hash && { transaction: hash }), ...(gasUsed && { gasUsed }) });
    heard(state, step, sent.length);
  };
  await deployZone(deployer, plan, { onDone });
  const before = state.council ?? (await councilOf(state, plan));
  const rotations = await find(before);
  await applyRotations(deployer, provider, plan.gateway, rotations);
  const council = rotations.length === 0 ? before : await councilOf(state, plan);
  const startBlock = await deploymentBlock(provider, plan);
  return {
    ...state,
    sent,
    rotations: rotations.length,
    council,
    ...(startBlock !== undefined && { startBlock }),
  };
}

async function councilOf({ provider, chain }: ChainState, plan: ZonePlan): Promise<CouncilState> {
  const council = await readCouncil(provider, plan.gateway);
  if (council !== undefined) return council;
  throw new RangeError(`${chain.name} has the gateway's code and no gateway.`);
}
