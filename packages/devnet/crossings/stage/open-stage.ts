import { gatewayAbi } from "@ryugu/contracts";
import { type Address, address, type ChainId } from "@ryugu/sdk/primitives";
import { Contract } from "ethers";
import { openQuorum } from "../../src/zone/genesis-set.ts";
import type { RunningZone } from "../../src/zone/running-zone.ts";
import { startZone } from "../../src/zone/start-zone.ts";
import { type Accounts, makeAccounts } from "./account.ts";
import { approveEverything } from "./approvals.ts";
import { decide, NO_LIMIT } from "./council.ts";
import { foundCollection, foundingLength, representationsOf } from "./found-collection.ts";
import { KINDS } from "./kinds.ts";
import { crossingShape } from "./shape.ts";
import type { Stage, StageChain, StageCollection } from "./stage.ts";

const PAYMENT = 2;
const AN_HOUR = 60;

/** Where a stage is set up. */
export interface StageOptions {
  folder: string;
  seed: number;
  portBase?: number;
}

/** Starts a zone of three chains, and puts people and collections there. Whoever opens it closes it. */
export async function openStage({ folder, seed, portBase }: StageOptions): Promise<Stage> {
  const accounts = makeAccounts(seed);
  const everybody = [...accounts.people, ...accounts.helpers, accounts.issuer];
  const shape = crossingShape(everybody.map((account) => account.address));
  const running = await startZone({
    folder,
    shape,
    ...(portBase === undefined ? {} : { portBase }),
  });
  try {
    const chains = await Promise.all(shape.chains.map(({ slug }) => stageChain(running, slug)));
    const founded = await Promise.all(chains.map((home) => foundAll(home, chains, accounts)));
    const { zone } = running;
    const quorum = await openQuorum(running.keys, zone.validatorSet);
    const memory = { limited: new Set<StageCollection>() };
    const collections = founded.flat();
    const stage: Stage = { running, zone, quorum, chains, accounts, collections, memory };
    const listed = collections.filter(({ standard }) => standard === "erc20");
    await Promise.all([approveEverything(stage), ...listed.map((each) => list(stage, each))]);
    return stage;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** Ends the zone's processes. */
export async function closeStage({ running, chains }: Stage): Promise<void> {
  for (const { provider } of chains) provider.destroy();
  await running.stop();
}

async function stageChain(running: RunningZone, slug: string): Promise<StageChain> {
  const { gateway, vaults, plan } = running.chain(slug);
  const provider = running.provider(slug);
  const byChain = Object.entries(vaults).map(([other, vault]): [ChainId, Address] => [
    running.chainId(other),
    address(vault),
  ]);
  return {
    ...{ id: running.chainId(slug), number: BigInt(plan.number), slug, provider },
    gateway: new Contract(gateway, gatewayAbi, provider),
    gatewayAddress: gateway,
    vaults: new Map(byChain),
  };
}

async function foundAll(
  home: StageChain,
  chains: readonly StageChain[],
  { people, issuer }: Accounts,
): Promise<StageCollection[]> {
  const made = await issuer.on(home, async (signer) => {
    const first = await signer.getNonce();
    const founding = KINDS.map((kind, i) =>
      foundCollection(kind, home, signer, first + i * foundingLength(people), people),
    );
    return Promise.all(founding);
  });
  return Promise.all(
    made.map(async (each) => ({ ...each, representations: await representationsOf(each, chains) })),
  );
}

function list(stage: Stage, { home, token }: StageCollection): Promise<void> {
  const act = { token, class: PAYMENT, cap: NO_LIMIT, windowMinutes: AN_HOUR };
  return decide(stage, home, "ListToken", act);
}
