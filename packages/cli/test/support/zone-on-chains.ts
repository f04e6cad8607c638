import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Attestation,
  hashValidatorSet,
  signCheckpoint,
  signRotation,
  type ValidatorSet,
  validatorSet,
  zoneId,
} from "@ryugu/sdk/lane";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  type ChainId,
  chainId,
} from "@ryugu/sdk/primitives";
import {
  chainArchive,
  type DeliveredTransfer,
  deliverTransfer,
  sendTransfer,
  type TransferRequest,
} from "@ryugu/sdk/transfer";
import { type Zone, zoneLane } from "@ryugu/sdk/zone";
import { Contract, concat, type Signer, Wallet } from "ethers";
import { accountKey, startChain, type TestChain } from "../../../sdk/test/chain/anvil.ts";
import { COUNCIL_ABI } from "../../src/chain/abi.ts";
import { type Ran, run } from "./test-cli.ts";

/** What tests ask of gateways besides the council's functions. */
const LANES_ABI = [
  ...COUNCIL_ABI,
  "function lanesOf(uint64 chainId) view returns (bytes32 outbound, bytes32 inbound)",
  "function outboundLane(bytes32 laneId) view returns ((bytes32 head, uint64 count, uint40 pausedUntil, bool retired, bool closed))",
  "function inboundLane(bytes32 laneId) view returns ((bytes32 head, uint64 delivered, uint64 anchor, uint64 originChainId, uint32 claimedAhead, uint40 pausedUntil, bool halted, bool closed))",
  "function representationOf(uint64 homeChainId, address homeToken, uint8 standard) view returns (address)",
  "function deliver(bytes32 laneId, uint64 firstSequence, bytes[] messages, bytes32[] tailHashes, bytes signatures)",
] as const;

/** The accounts of each chain that pay: for deployments and acts, and for deliveries. */
export const [PAYER, RELAYER] = [9, 8] as const;
const MINUTE = 60;

/** The n-th key of a validator. Of no value anywhere. */
export const validatorKey = (n: number) =>
  new Wallet(`0x${(0xa000 + n).toString(16).padStart(64, "0")}`);

/** A zone file with real chains under it, founded and led through the command alone. */
export class ZoneOnChains {
  readonly name: string;
  readonly chains: TestChain[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), "ryugu-zone-"));
  /** Who decides now. */
  set: ValidatorSet;
  readonly #genesis: ValidatorSet;
  readonly #urls = new Map<number, string[]>();

  constructor(name: string, quorum: number, validators: readonly number[]) {
    this.name = name;
    this.#genesis = seats(0, quorum, validators);
    this.set = this.#genesis;
  }

  /** Starts chains and adds them to the zone file. */
  async addChains(...numbers: number[]): Promise<void> {
    this.chains.push(...(await Promise.all(numbers.map(startChain))));
    for (const { number, provider } of this.chains) {
      const known = this.#urls.has(number);
      if (!known) this.#urls.set(number, [provider._getConnection().url]);
    }
    this.#writeFile();
  }

  /** Where a chain answers. */
  urlOf(number: number): string {
    return this.#urls.get(number)?.[0] ?? "";
  }

  /** Writes other endpoints for a chain into the zone file. */
  useUrl(number: number, ...urls: string[]): void {
    this.#urls.set(number, urls);
    this.#writeFile();
  }

  #writeFile(): void {
    const settings = { minDeadline: MINUTE, policyNotice: MINUTE };
    const file = {
      schema: "ryugu-zone-file/1",
      name: this.name,
      genesis: { quorum: this.#genesis.quorum, validators: this.#genesis.validators },
      settings: { ...settings, reanchorNotice: MINUTE, windDownNotice: MINUTE },
      chains: this.chains.map(({ number }) => ({
        id: chainId(number),
        name: `Chain ${number}`,
        rpcUrls: this.#urls.get(number),
      })),
      partners: this.set.validators.map((validator, i) => ({
        name: `Partner ${i + 1}`,
        validator,
        nodeUrl: "http://127.0.0.1:9",
      })),
    };
    writeFileSync(this.path("zone.json"), JSON.stringify(file, null, 2));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs the command in the zone's folder. `PAYER` and each validator's key are in its environment; keystores open with `turtle`. */
  async ryugu(...words: string[]): Promise<Ran> {
    const keys = Array.from({ length: 16 }, (_, n) => [
      `VALIDATOR_${n}`,
      validatorKey(n).privateKey,
    ]);
    const env = { PAYER: accountKey(PAYER).privateKey, ...Object.fromEntries(keys) };
    return run(words, { cwd: this.folder, env, askSecret: async () => "turtle" });
  }

  /** The one value that a command answers. */
  async ask<T>(...words: string[]): Promise<T> {
    const { exitCode, stdout, stderr } = await this.ryugu(...words, "--json");
    if (exitCode !== 0)
      throw new Error(`ryugu ${words.join(" ")} ended with ${exitCode}: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** Opens every lane that the zone file wants, by the signatures of these validators. */
  async openLanes(...signers: number[]): Promise<number> {
    const zone = ["--zone", "zone.json"];
    await this.ask("zone", "act", "propose", "OpenLane", ...zone, "--out", "acts.json");
    const copies = signers.map((n) => `acts-${n}.json`);
    for (const [i, n] of signers.entries()) {
      const out = copies[i] ?? "";
      await this.ask(
        "zone",
        "act",
        "sign",
        "acts.json",
        ...zone,
        "--out",
        out,
        "--key-env",
        `VALIDATOR_${n}`,
      );
    }
    const { acts } = await this.ask<{ acts: { state: string }[] }>(
      ...["zone", "act", "submit", ...copies, ...zone, "--key-env", "PAYER"],
    );
    return acts.filter(({ state }) => state === "done").length;
  }

  /** Replaces the validators on these chains, or all, by the signatures of the set before. */
  async rotate(quorum: number, validators: readonly number[], on = this.chains): Promise<void> {
    const next = seats(this.set.epoch + 1, quorum, validators);
    const rotation = { set: next, validFrom: 0 };
    const signatures = await Promise.all(
      this.quorumKeys().map((key) => signRotation(key, this.zone.id, rotation)),
    );
    for (const { number } of on) {
      const gateway = this.gateway(chainId(number));
      const args = [next.validators, next.quorum, 0, concat(signatures)];
      await (await gateway.getFunction("rotate")(...args)).wait();
    }
    this.set = next;
    this.#writeFile();
  }

  /** The zone as a client would hold it: its chains as they are now, and the current set. */
  get zone(): Zone {
    const plan = JSON.parse(readFileSync(this.path("gateway.json"), "utf8"));
    return {
      id: zoneId(this.name),
      validatorSet: this.set,
      manifest: {
        schema: "ryugu-zone-manifest/1",
        name: this.name,
        zoneId: zoneId(this.name),
        genesisSetHash: hashValidatorSet(this.#genesis),
        version: 1,
        issuedAt: "2027-01-01T00:00:00Z",
        epoch: this.set.epoch,
        quorum: this.set.quorum,
        partners: this.set.validators.map((validator, i) => ({
          name: `Partner ${i + 1}`,
          validator,
          nodeUrl: "http://127.0.0.1:9",
        })),
        chains: this.chains.map(({ number, provider }) => ({
          id: chainId(number),
          name: `Chain ${number}`,
          gateway: address(plan.gateway),
          startBlock: 0,
          finality: { kind: "instant" as const },
          rpcUrls: [provider._getConnection().url],
        })),
        platforms: [],
        signatures: [],
      },
    };
  }

  /** Keeps where the gateways are, as `zone deploy` said it. */
  knowGateway(gateway: string): void {
    writeFileSync(this.path("gateway.json"), JSON.stringify({ gateway }));
  }

  chain(id: ChainId): TestChain {
    const found = this.chains.find(({ number }) => chainId(number) === id);
    if (found === undefined) throw new Error(`no chain ${id}`);
    return found;
  }

  signer(id: ChainId, n: number): Signer {
    return accountKey(n).connect(this.chain(id).provider);
  }

  gateway(id: ChainId): Contract {
    const { gateway } = this.zone.manifest.chains[0] ?? {};
    return new Contract(gateway ?? "", LANES_ABI, this.signer(id, RELAYER));
  }

  async representation(on: ChainId, home: ChainId, token: Address): Promise<Address> {
    const number = home.slice("eip155:".length);
    return address(await this.gateway(on).getFunction("representationOf")(number, token, 1));
  }

  send(n: number, request: TransferRequest) {
    return sendTransfer(this.zone, this.signer(request.origin, n), request);
  }

  /** A quorum's signatures on a lane as it stands now. */
  async attest(
    origin: ChainId,
    destination: ChainId,
    keys = this.quorumKeys(),
  ): Promise<Attestation[]> {
    const { id: laneId } = zoneLane(this.zone, origin, destination);
    const { count, head } = await this.gateway(origin).getFunction("outboundLane")(laneId);
    const checkpoint = { laneId, anchor: 0, sequence: Number(count), head: bytes32(head) };
    return Promise.all(keys.map((key) => signCheckpoint(key, this.zone.id, checkpoint)));
  }

  /** Has a lane delivered up to its last message. Answers the last one's end. */
  async deliver(origin: ChainId, destination: ChainId): Promise<DeliveredTransfer> {
    const attestations = await this.attest(origin, destination);
    const last = attestations[0]?.head ?? ("0x" as Bytes32);
    const archives = [chainArchive(this.zone, ({ id }) => this.chain(id).provider)];
    const signer = this.signer(destination, RELAYER);
    return deliverTransfer(this.zone, signer, last, { archives, attestations });
  }

  /** As many of the current validators' keys as make a quorum. */
  quorumKeys(set = this.set): Wallet[] {
    const all = Array.from({ length: 16 }, (_, n) => validatorKey(n));
    return set.validators
      .slice(0, set.quorum)
      .flatMap((seat) => all.find((key) => address(key.address) === seat) ?? []);
  }

  async stop(): Promise<void> {
    await Promise.all(this.chains.map((chain) => chain.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function seats(epoch: number, quorum: number, validators: readonly number[]): ValidatorSet {
  return validatorSet(
    epoch,
    quorum,
    validators.map((n) => address(validatorKey(n).address)),
  );
}
