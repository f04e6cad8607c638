import { creatorCollectionAbi, gatewayAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import { type Address, address, type Bytes32 } from "@ryugu/sdk/primitives";
import { zoneLane } from "@ryugu/sdk/zone";
import {
  Contract,
  ContractFactory,
  type JsonRpcProvider,
  type TransactionResponse,
  type Wallet,
} from "ethers";
import { DEMO_SHAPE, type ZoneShape } from "../../src/zone/plan.ts";
import type { RunningZone } from "../../src/zone/running-zone.ts";
import { startZone } from "../../src/zone/start-zone.ts";

/** A chain of the bench, and how it is asked. */
export interface BenchChain {
  slug: string;
  /** Its EIP-155 number. */
  number: number;
  provider: JsonRpcProvider;
  gateway: Address;
}

/** A zone with one collection whose tokens are about to leave their home. */
export interface BenchStage {
  running: RunningZone;
  home: BenchChain;
  away: BenchChain;
  /** From home to away. */
  lane: Bytes32;
  sender: Wallet;
  collection: Address;
  representation: Address;
  /** Messages that had left on the lane before. */
  sentBefore: number;
}

/** Two public chains, as the peers were measured on. The states of busy chains are large, and nobody kills one here. */
const SHAPE: ZoneShape = {
  ...DEMO_SHAPE,
  hasMoney: false,
  chains: DEMO_SHAPE.chains.map((chain) => ({ ...chain, kind: "open" })),
  keepsState: false,
};
const ERC721 = 1;
/** Tokens minted in one transaction: some 10M gas. */
const MINTED_AT_ONCE = 200;
const MINT_GAS = 15_000_000;

/** Starts a zone and mints tokens that the gateway may take. Whoever opens it closes it. */
export async function openStage(folder: string, tokens: number): Promise<BenchStage> {
  const running = await startZone({ folder, shape: SHAPE });
  try {
    return await stageOn(running, tokens);
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** Mints tokens in a zone that runs. Whoever asks destroys the chains' providers. */
export async function stageOn(running: RunningZone, tokens: number): Promise<BenchStage> {
  const [home, away] = ["minato", "garan"].map((slug) => benchChain(running, slug));
  if (home === undefined || away === undefined) throw new RangeError("A zone has two chains.");
  const sender = (await running.keys.person.open()).connect(home.provider);
  const collection = await foundCollection(sender, home.gateway, tokens);
  const there = new Contract(away.gateway, gatewayAbi, away.provider).getFunction(
    "representationOf",
  );
  const representation = await there(home.number, collection, ERC721);
  const here = new Contract(home.gateway, gatewayAbi, home.provider).getFunction("outboundLane");
  const lane = zoneLane(running.zone, running.chainId(home.slug), running.chainId(away.slug)).id;
  return {
    ...{ running, home, away, sender, collection, lane },
    representation: address(representation),
    sentBefore: Number((await here(lane)).count),
  };
}

/** Ends the zone's processes. */
export async function closeStage({ running, home, away }: BenchStage): Promise<void> {
  home.provider.destroy();
  away.provider.destroy();
  await running.stop();
}

function benchChain(running: RunningZone, slug: string): BenchChain {
  const { gateway, plan } = running.chain(slug);
  return { slug, number: plan.number, provider: running.provider(slug), gateway };
}

async function foundCollection(sender: Wallet, gateway: Address, tokens: number): Promise<Address> {
  const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, sender);
  const made = await factory.deploy("Travellers", "TRV", "", "ipfs://base/", sender, sender, 500);
  const collection = address(await made.getAddress());
  await made.waitForDeployment();
  const contract = new Contract(collection, creatorCollectionAbi, sender);
  const first = await sender.getNonce();
  const minted: TransactionResponse[] = [];
  for (let from = 0; from < tokens; from += MINTED_AT_ONCE) {
    const uris = Array.from({ length: Math.min(MINTED_AT_ONCE, tokens - from) }, () => "");
    const options = { nonce: first + minted.length, gasLimit: MINT_GAS };
    minted.push(await contract.getFunction("mintBatch")(sender.address, uris, options));
  }
  for (const transaction of minted) await transaction.wait();
  await (await contract.getFunction("setApprovalForAll")(gateway, true)).wait();
  return collection;
}
