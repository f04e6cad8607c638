import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { NodeConfigInput } from "@ryugu/bridge";
import { hashValidatorSet, validatorSet } from "@ryugu/sdk/lane";
import { address, type ChainId } from "@ryugu/sdk/primitives";
import { readZone, signManifest, type Zone } from "@ryugu/sdk/zone";
import { encryptKeystoreJson, type Wallet } from "ethers";
import { nodeCommand } from "../../src/process/node-command.ts";
import { waitUntil } from "../../src/process/wait-until.ts";
import { SIDES, type Side } from "../model/words.ts";
import type { World } from "./world.ts";
import { ascending, QUORUM } from "./zone.ts";

/** A partner's real node that indexes both chains' payments and signs statements of them. */
export interface PartnerNode {
  readonly zone: Zone;
  get(path: string): Promise<Response>;
  /** Waits until everything that is on the chains now was read. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const PASSPHRASE = "of no value anywhere";
const PATIENCE = { timeout: 90_000, interval: 100 };
/** The first block that is read, by the node and by whoever compares. */
export const FIRST_BLOCK = 1;

/** Starts a node over a world's chains. Whoever starts it stops it. */
export async function startPartnerNode(world: World, port: number): Promise<PartnerNode> {
  const folder = mkdtempSync(join(tmpdir(), "ryugu-books-node-"));
  const url = `http://127.0.0.1:${port}`;
  const zone = await zoneOf(world, url);
  const [validator] = world.keys.validators as [Wallet];
  await writeFiles(folder, world, zone, validator, port);
  const { command, args } = nodeCommand(PROGRAM, "start", "--config", join(folder, "node.json"));
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-20_000);
  });
  const get = (path: string) => fetch(`${url}${path}`);
  const answers = async (path: string, holds: (body: never) => boolean | Promise<boolean>) => {
    const isSo = async () => {
      const answer = await get(path).catch(() => undefined);
      return answer?.ok === true && (await holds((await answer.json()) as never));
    };
    if (!(await waitUntil(isSo, PATIENCE))) throw new Error(`${path} is not so:\n${output}`);
  };
  return {
    zone,
    get,
    async settle() {
      const heads = new Map<ChainId, number>();
      for (const side of SIDES) {
        const { id, provider } = world.chains[side];
        heads.set(id, Number(await provider.send("eth_blockNumber", [])));
      }
      await answers("/v1/sales?limit=1", ({ indexes }: Indexes) =>
        [...heads].every(([id, head]) =>
          indexes.some(({ chain, through }) => chain === id && through >= head),
        ),
      );
      const routers = SIDES.flatMap((side) => [...world.stage.sides[side].routers.keys()]);
      await answers("/v1/royalties", (known: Royalties) => known.routers.length === routers.length);
    },
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Indexes {
  indexes: { chain: string; through: number }[];
}
interface Royalties {
  routers: unknown[];
}

const PROGRAM = join(
  dirname(createRequire(import.meta.url).resolve("@ryugu/bridge/package.json")),
  "src/main.ts",
);

async function zoneOf({ keys, zone, chains }: World, nodeUrl: string): Promise<Zone> {
  const validators = ascending(keys.validators).map((key) => address(key.address));
  const set = validatorSet(0, QUORUM, validators);
  const trust = { zoneId: zone.id, genesisSetHash: hashValidatorSet(set) };
  const body = {
    ...{ schema: "ryugu-zone-manifest/1" as const, name: "ryugu-books", ...trust, version: 1 },
    ...{ issuedAt: "2026-11-01T00:00:00Z", epoch: 0, quorum: QUORUM, platforms: [] },
    partners: validators.map((validator, i) => ({ name: `Partner ${i}`, validator, nodeUrl })),
    chains: SIDES.map((side) => ({
      ...{ id: chains[side].id, name: side, gateway: zone.gateway, startBlock: FIRST_BLOCK },
      ...{ finality: { kind: "instant" as const }, rpcUrls: [urlOf(chains[side])] },
    })),
  };
  const signatures = await Promise.all(keys.validators.map((key) => signManifest(key, body)));
  return readZone({ ...body, signatures }, trust);
}

const urlOf = ({ provider }: World["chains"][Side]): string => provider._getConnection().url;

async function writeFiles(
  folder: string,
  world: World,
  zone: Zone,
  key: Wallet,
  port: number,
): Promise<void> {
  const write = (name: string, text: string) =>
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  const { address: account, privateKey } = key;
  const json = { address: account, privateKey };
  const keystore = await encryptKeystoreJson(json, PASSPHRASE, { scrypt: { N: 1_024 } });
  write("validator.json", keystore);
  write("passphrase", PASSPHRASE);
  write("manifest.json", JSON.stringify(zone.manifest));
  write("node.json", JSON.stringify(configOf(world, zone, account, port)));
}

function configOf(
  world: World,
  { manifest }: Zone,
  account: string,
  port: number,
): NodeConfigInput {
  const { zoneId, genesisSetHash, partners } = manifest;
  const own = partners.find(({ validator }) => validator === account);
  const money = SIDES.flatMap((side) => {
    const { tokens, ledger } = world.stage.sides[side];
    const born = tokens.filter(({ isHome }) => isHome).map(({ address: token }) => token);
    return [...born, ledger].map((token) => ({ homeChain: world.chains[side].id, token }));
  });
  return {
    ...{ schema: "ryugu-node-config/1", partner: own?.name ?? "" },
    manifest: { source: "manifest.json", zoneId, genesisSetHash },
    database: "node.sqlite",
    roles: ["observe", "payout", "api"],
    validator: { keystore: "validator.json", passphrase: { file: "passphrase" } },
    chains: manifest.chains.map(({ id, rpcUrls }) => ({ id, rpcUrls: [...rpcUrls] })),
    payout: {
      currencies: money.map((one) => ({ ...one, minimum: "1" })),
      contracts: SIDES.map((side) => {
        const { market, rail, ledger } = world.stage.sides[side];
        return {
          ...{ chain: world.chains[side].id, startBlock: FIRST_BLOCK, markets: [market] },
          ...{ rails: [rail, ledger], splitFactories: [world.deployed[side].factory] },
        };
      }),
      statements: { currencies: money.map((one) => ({ ...one, symbol: "JPY", decimals: 0 })) },
      intervalMs: 100,
    },
    api: { host: "127.0.0.1", port },
    tuning: { pollIntervalMs: 100, requestsPerMinute: 100_000 },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
