import { creatorCollectionAbi, gatewayAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import { deployZone as deployParts, planZone } from "@ryugu/contracts/deploy";
import {
  hashValidatorSet,
  signCouncilAct,
  type ValidatorSet,
  validatorSet,
  zoneId,
} from "@ryugu/sdk/lane";
import { type Address, address, chainId } from "@ryugu/sdk/primitives";
import { type ManifestBody, readZone, signManifest, type Zone } from "@ryugu/sdk/zone";
import { Contract, ContractFactory, concat, keccak256, NonceManager, Wallet } from "ethers";
import { account, type TestChain } from "./anvil.ts";

const NAME = "ryugu-node-test";
const SETTINGS = {
  minDeadline: 10,
  maxDeadline: 30 * 86_400,
  defaultDeadline: 7 * 86_400,
  policyNotice: 1,
  reanchorNotice: 1,
  windDownNotice: 1,
};

/** A deployed zone with its keys. */
export interface TestZone {
  zone: Zone;
  validators: Wallet[];
  set: ValidatorSet;
  /** The person's collection on the first chain, tokens 1 to 100. */
  collection: Address;
}

/** Deploys one zone on two chains, with all of its validators' keys in the test's hands. */
export async function deployZone(
  chains: readonly [TestChain, TestChain],
  nodeUrls: readonly string[],
  quorum: number,
): Promise<TestZone> {
  const validators = nodeUrls.map((_, i) => new Wallet(keccak256(new Uint8Array([i + 1]))));
  const set = validatorSet(
    0,
    quorum,
    validators.map((v) => address(v.address)),
  );
  const [gateway] = await Promise.all(chains.map((chain) => deployGateway(chain, set)));
  if (gateway === undefined) throw new Error("no gateway");
  const [collection] = await Promise.all([
    makeCollection(chains[0]),
    openLane(chains[0], chains[1], gateway, validators, set),
    openLane(chains[1], chains[0], gateway, validators, set),
  ]);
  const body: ManifestBody = {
    schema: "ryugu-zone-manifest/1",
    name: NAME,
    zoneId: zoneId(NAME),
    genesisSetHash: hashValidatorSet(set),
    version: 1,
    issuedAt: new Date().toISOString(),
    epoch: 0,
    quorum,
    partners: validators.map((v, i) => ({
      name: `Partner ${i + 1}`,
      validator: address(v.address),
      nodeUrl: nodeUrls[i] ?? "",
    })),
    chains: chains.map(({ id, url }) => ({
      id: chainId(id),
      name: `Chain ${id}`,
      gateway,
      startBlock: 0,
      finality: { kind: "tag" as const },
      rpcUrls: [url],
    })),
    platforms: [],
  };
  const signatures = await Promise.all(validators.map((v) => signManifest(v, body)));
  const zone = readZone(
    { ...body, signatures },
    { zoneId: body.zoneId, genesisSetHash: body.genesisSetHash },
  );
  return { zone, validators, set, collection };
}

async function deployGateway({ provider }: TestChain, set: ValidatorSet): Promise<Address> {
  const { validators, quorum } = set;
  const plan = planZone({ name: NAME, validators, quorum, settings: SETTINGS });
  await deployParts(new NonceManager(account(9).connect(provider)), plan);
  return address(plan.gateway);
}

async function openLane(
  on: TestChain,
  to: TestChain,
  gateway: Address,
  validators: Wallet[],
  set: ValidatorSet,
) {
  const act = { epoch: 0, counterpartChain: chainId(to.id), counterpartGateway: gateway };
  const chosen = set.validators
    .slice(0, set.quorum)
    .map((v) => validators.find((w) => w.address === v));
  const signatures = await Promise.all(
    chosen.map((wallet) => {
      if (wallet === undefined) throw new Error("no key");
      const there = { chain: chainId(on.id), gateway };
      return signCouncilAct(wallet, zoneId(NAME), there, 0, "OpenLane", act);
    }),
  );
  const contract = new Contract(gateway, gatewayAbi, account(9).connect(on.provider));
  const tx = await contract.getFunction("openLane")(0, to.id, gateway, concat(signatures));
  await tx.wait();
}

/** A collection of the first person's, tokens 1 to 100. */
export async function makeCollection({ provider }: TestChain): Promise<Address> {
  const person = new NonceManager(account(0).connect(provider));
  const owner = account(0).address;
  const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, person);
  const token = await factory.deploy(
    "Shells",
    "SHELL",
    "",
    "https://shells.example/",
    owner,
    owner,
    500,
  );
  const collection = address(await token.getAddress());
  const contract = new Contract(collection, creatorCollectionAbi, person);
  const mint = () =>
    contract.getFunction("mintBatch")(owner, new Array(20).fill(""), { gasLimit: 3_000_000 });
  const minted = await Promise.all(Array.from({ length: 5 }, mint));
  await Promise.all([token.waitForDeployment(), ...minted.map((tx) => tx.wait())]);
  return collection;
}
