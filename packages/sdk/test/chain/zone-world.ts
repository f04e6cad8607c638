import { creatorCollectionAbi, gatewayAbi, testYenAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode, testYenBytecode } from "@ryugu/contracts/artifacts";
import { deployZone, planZone } from "@ryugu/contracts/deploy";
import { Contract, ContractFactory, concat, type InterfaceAbi, type Signer } from "ethers";
import {
  type Attestation,
  type CouncilActName,
  type CouncilActs,
  hashValidatorSet,
  signCheckpoint,
  signCouncilAct,
  type ValidatorSet,
  validatorSet,
  zoneId,
} from "../../src/lane/index.ts";
import {
  type Address,
  address,
  bytes32,
  type ChainId,
  chainId,
  chainNumber,
} from "../../src/primitives/index.ts";
import { chainArchive, proveMessage } from "../../src/transfer/index.ts";
import {
  type ManifestBody,
  readZone,
  signManifest,
  type Zone,
  zoneLane,
} from "../../src/zone/index.ts";
import { accountKey, startChain, type TestChain } from "./anvil.ts";

const NAME = "ryugu-sdk-test";
const DAY = 86_400;
const SETTINGS = {
  minDeadline: 60,
  maxDeadline: 30 * DAY,
  defaultDeadline: 7 * DAY,
  policyNotice: 60,
  reanchorNotice: 60,
  windDownNotice: 60,
};
const VALIDATORS = [5, 6, 7].map(accountKey);
/** Accounts that pay for what nobody in particular does. */
const [DEPLOYER, RELAYER] = [9, 8];

/** A zone on real chains with every key in the test's hands, and no node. */
export interface ZoneWorld {
  zone: Zone;
  chain(id: ChainId): TestChain;
  /** The n-th funded account, on a chain. */
  signer(id: ChainId, n: number): Signer;
  gateway(id: ChainId, signer?: Signer): Contract;
  /** A quorum's signatures on a lane as it stands now. */
  attest(origin: ChainId, destination: ChainId): Promise<Attestation[]>;
  /** Delivers everything that waits in a lane, in order. */
  deliver(origin: ChainId, destination: ChainId): Promise<void>;
  /** Carries out an act of the council on one gateway. */
  act<Name extends CouncilActName>(
    on: ChainId,
    name: Name,
    call: string,
    act: CouncilActs[Name],
    args: readonly unknown[],
  ): Promise<void>;
  /** A collection of the n-th account on a chain, and tokens of it. Its royalties are the owner's, or a receiver's. */
  collection(id: ChainId, n: number, count: number, receiver?: Address): Promise<Address>;
  /** Money that the council listed, and an amount of it for the n-th account. */
  money(id: ChainId, n: number, amount: bigint): Promise<Address>;
  stop(): Promise<void>;
}

/** Deploys one zone on as many chains as numbers are given, with all lanes between them. */
export async function startZoneWorld(numbers: readonly number[]): Promise<ZoneWorld> {
  const chains = await Promise.all(numbers.map(startChain));
  try {
    return await deployOn(chains);
  } catch (error) {
    // Chains that nobody stops would keep the test's process alive.
    await Promise.all(chains.map((chain) => chain.stop()));
    throw error;
  }
}

async function deployOn(chains: readonly TestChain[]): Promise<ZoneWorld> {
  const set = validatorSet(
    0,
    2,
    VALIDATORS.map((key) => address(key.address)),
  );
  const plan = planZone({ name: NAME, validators: set.validators, quorum: 2, settings: SETTINGS });
  await Promise.all(chains.map((chain) => deployZone(chain.signer(DEPLOYER), plan)));
  const zone = await signZone(set, chains, address(plan.gateway));
  const world = makeWorld(zone, chains);
  const ids = chains.map(({ number }) => chainId(number));
  for (const on of ids) {
    for (const other of ids.filter((id) => id !== on)) {
      const act = { epoch: 0, counterpartChain: other, counterpartGateway: address(plan.gateway) };
      await world.act(on, "OpenLane", "openLane", act, [0, chainNumber(other), plan.gateway]);
    }
  }
  return world;
}

async function signZone(
  set: ValidatorSet,
  chains: readonly TestChain[],
  gateway: Address,
): Promise<Zone> {
  const body: ManifestBody = {
    schema: "ryugu-zone-manifest/1",
    name: NAME,
    zoneId: zoneId(NAME),
    genesisSetHash: hashValidatorSet(set),
    version: 1,
    issuedAt: "2027-01-01T00:00:00Z",
    epoch: 0,
    quorum: set.quorum,
    partners: VALIDATORS.map((key, i) => ({
      name: `Partner ${i + 1}`,
      validator: address(key.address),
      nodeUrl: "http://127.0.0.1:9",
    })),
    chains: chains.map(({ number }) => ({
      id: chainId(number),
      name: `Chain ${number}`,
      gateway,
      startBlock: 0,
      finality: { kind: "instant" as const },
      rpcUrls: ["http://127.0.0.1:9"],
    })),
    platforms: [],
  };
  const signatures = await Promise.all(VALIDATORS.map((key) => signManifest(key, body)));
  return readZone(
    { ...body, signatures },
    { zoneId: body.zoneId, genesisSetHash: body.genesisSetHash },
  );
}

function makeWorld(zone: Zone, chains: readonly TestChain[]): ZoneWorld {
  const chain = (id: ChainId): TestChain => {
    const found = chains.find(({ number }) => chainId(number) === id);
    if (found === undefined) throw new Error(`no chain ${id}`);
    return found;
  };
  // Not one that counts nonces by itself: a refused call would leave a gap.
  const signer = (id: ChainId, n: number): Signer => accountKey(n).connect(chain(id).provider);
  const gatewayAddress = zone.manifest.chains[0]?.gateway ?? "";
  const gateway = (id: ChainId, by = signer(id, RELAYER)) =>
    new Contract(gatewayAddress, gatewayAbi, by);
  const archive = chainArchive(zone, ({ id }) => chain(id).provider);
  const quorum = zone.validatorSet.validators
    .slice(0, zone.validatorSet.quorum)
    .map((seat) => VALIDATORS.find((key) => address(key.address) === seat))
    .filter((key) => key !== undefined);

  const attest: ZoneWorld["attest"] = async (origin, destination) => {
    const { id: laneId } = zoneLane(zone, origin, destination);
    const { count, head } = await gateway(origin).getFunction("outboundLane")(laneId);
    const checkpoint = { laneId, anchor: 0, sequence: Number(count), head: bytes32(head) };
    return Promise.all(quorum.map((key) => signCheckpoint(key, zone.id, checkpoint)));
  };
  const deploy = async (by: Signer, abi: InterfaceAbi, code: string, args: unknown[]) => {
    const made = await new ContractFactory(abi, code, by).deploy(...args);
    await made.waitForDeployment();
    return address(await made.getAddress());
  };
  const act: ZoneWorld["act"] = async (on, name, call, body, args) => {
    const nonce = Number(await gateway(on).getFunction("councilNonce")());
    const there = { chain: on, gateway: address(gatewayAddress) };
    const signatures = await Promise.all(
      quorum.map((key) => signCouncilAct(key, zone.id, there, nonce, name, body)),
    );
    await (await gateway(on).getFunction(call)(...args, concat(signatures))).wait();
  };

  return {
    zone,
    chain,
    signer,
    gateway,
    attest,
    act,
    async deliver(origin, destination) {
      const { id: laneId } = zoneLane(zone, origin, destination);
      const { delivered } = await gateway(destination).getFunction("inboundLane")(laneId);
      const from = Number(delivered) + 1;
      const messages = await archive.messages(laneId, from, 100);
      const [first, ...rest] = messages;
      if (first === undefined) throw new Error("nothing waits in the lane");
      const [before] = await archive.messages(laneId, from - 1, 1);
      const attestations = await attest(origin, destination);
      const { signatures } = proveMessage({
        set: zone.validatorSet,
        anchor: 0,
        priorHead: before?.messageId ?? laneId,
        messages: [first, ...rest],
        attestations,
      });
      const bodies = messages.map(({ message }) => message);
      const sent = await gateway(destination).getFunction("deliver")(
        laneId,
        from,
        bodies,
        [],
        signatures,
      );
      await sent.wait();
    },
    async collection(id, n, count, receiver) {
      const by = signer(id, n);
      const owner = await by.getAddress();
      const args = [
        "Shells",
        "SHELL",
        "",
        "https://shells.example/",
        owner,
        receiver ?? owner,
        500,
      ];
      const token = await deploy(by, creatorCollectionAbi, creatorCollectionBytecode, args);
      const contract = new Contract(token, creatorCollectionAbi, by);
      await (await contract.getFunction("mintBatch")(owner, new Array(count).fill(""))).wait();
      return token;
    },
    async money(id, n, amount) {
      const by = signer(id, n);
      const owner = await by.getAddress();
      const token = await deploy(by, testYenAbi, testYenBytecode, [owner]);
      await (await new Contract(token, testYenAbi, by).getFunction("mint")(owner, amount)).wait();
      const listing = { token, class: 2, cap: 10n ** 12n, windowMinutes: 60 };
      await act(id, "ListToken", "listToken", listing, [token, 2, 10n ** 12n, 60]);
      return token;
    },
    stop: async () => {
      await Promise.all(chains.map((each) => each.stop()));
    },
  };
}
