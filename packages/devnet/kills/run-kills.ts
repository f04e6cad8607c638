import { join } from "node:path";
import { loadAverage } from "../bench/bridge/usage.ts";
import { DEMO_SHAPE, PARTNERS, type ScaledOut } from "../src/zone/plan.ts";
import type { RunningZone } from "../src/zone/running-zone.ts";
import { startZone } from "../src/zone/start-zone.ts";
import { befall } from "./befall.ts";
import { type Databases, removeDatabases, startDatabases } from "./databases.ts";
import { lines } from "./in-turn.ts";
import type { Misfortune } from "./misfortune.ts";
import { makeNextRelease } from "./next-release.ts";
import { planMisfortunes } from "./plan.ts";
import { type Proof, prove } from "./proof.ts";
import type { KillsSettings } from "./settings.ts";
import { Traffic } from "./traffic.ts";
import { foundTravellers, makePeople } from "./travellers.ts";
import { type Upgraded, upgradeAll } from "./upgrade.ts";
import { versionsOf } from "./versions.ts";

/** What a run is told, besides its settings. */
export interface KillsOptions extends KillsSettings {
  folder: string;
  onProgress: (traffic: Traffic) => void;
  onMisfortune: (what: Misfortune) => void;
  onUpgrade: (what: Upgraded) => void;
  /** Ends the run, and whatever it had started. */
  signal: AbortSignal;
}

/** What came of it. */
export interface KillsResult {
  misfortunes: readonly Misfortune[];
  traffic: Traffic;
  /** Transfers that had not arrived when patience was over. */
  stuck: number;
  /** When the first misfortune was waited for, in milliseconds of `performance.now()`. */
  began: number;
  /** Milliseconds from the last send to the last arrival. */
  settling: number;
  proof: Proof;
  /** How many processes the nodes are made of. */
  processes: number;
  upgrade: UpgradeResult | undefined;
  load: number;
}

/** How an upgrade in mid-traffic ended. */
export interface UpgradeResult {
  version: string;
  upgraded: readonly Upgraded[];
  /** Processes that say another version at the end. */
  otherwise: readonly string[];
}

const PEOPLE = 10;
const TOKENS_EACH = 40;
const MINUTE = 60_000;
/** How long everything may take to arrive after the last misfortune, in milliseconds. */
const PATIENCE = 300_000;
const PROGRESS_INTERVAL = 10_000;
/** A node of six processes: each role twice. */
const DOUBLED: ScaledOut["processes"] = [
  ["observe", "audit"],
  ["attest", "api"],
  ["relay"],
].flatMap((roles) => [roles, roles] as ScaledOut["processes"]);

/** Lets people send both ways while processes are killed and endpoints lie; then asks the chains what came of it. */
export async function runKills(options: KillsOptions): Promise<KillsResult> {
  const databases: Databases = options.scaleOut ? await startDatabases() : new Map();
  try {
    return await inZone(options, databases);
  } finally {
    await removeDatabases(databases);
  }
}

async function inZone(options: KillsOptions, databases: Databases): Promise<KillsResult> {
  const { folder, seed, spareChains, signal } = options;
  const people = makePeople(seed, PEOPLE);
  const shape = {
    ...DEMO_SHAPE,
    hasMoney: false,
    funded: people.map((account) => account.address),
    keepsState: !spareChains,
    ...(options.scaleOut ? { scaledOut: scaledOutOn(databases) } : {}),
  };
  const zone = await startZone({ folder: join(folder, "zone"), shape, signal });
  const providers: { destroy(): void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    const travellers = await foundTravellers(zone, people, TOKENS_EACH);
    providers.push(travellers.home.provider, travellers.away.provider);
    const traffic = new Traffic(travellers, seed);
    timer = setInterval(() => options.onProgress(traffic), PROGRESS_INTERVAL);
    const began = performance.now();
    const { misfortunes, upgrade } = await untilAborted(
      underLoad(options, zone, databases, traffic),
      signal,
    );
    const ended = performance.now();
    const stuck = await traffic.settle(PATIENCE);
    const settling = performance.now() - ended;
    const proof = await prove(travellers);
    const versions = await versionsOf(zone);
    return {
      ...{ misfortunes, traffic, began, stuck, settling, proof, processes: versions.size },
      upgrade: upgrade && { ...upgrade, otherwise: otherThan(upgrade.version, versions) },
      load: loadAverage(),
    };
  } finally {
    clearInterval(timer);
    for (const provider of providers) provider.destroy();
    await zone.stop();
  }
}

async function underLoad(
  { folder, minutes, transfers, seed, spareChains, scaleOut, ...options }: KillsOptions,
  zone: RunningZone,
  databases: Databases,
  traffic: Traffic,
) {
  const duration = minutes * MINUTE;
  const names = PARTNERS.map(
    ({ slug }) => [slug, zone.nodeProcesses(slug).map(({ name }) => name)] as const,
  );
  const misfortunes = planMisfortunes({
    ...{ seed, duration, chains: spareChains ? "chain-stopped" : "chain-killed" },
    ...(scaleOut ? { processes: Object.fromEntries(names) } : {}),
  });
  const inTurn = lines();
  const release = options.upgrade ? makeNextRelease(folder) : undefined;
  const upgraded: Upgraded[] = [];
  const onUpgrade = (what: Upgraded) => {
    upgraded.push(what);
    options.onUpgrade(what);
  };
  await Promise.all([
    befall({ zone, databases }, misfortunes, inTurn, options.onMisfortune),
    release && upgradeAll(zone, release, duration, inTurn, onUpgrade),
    traffic.send(transfers, duration),
  ]);
  return { misfortunes, upgrade: release && { version: release.version, upgraded } };
}

const scaledOutOn = (databases: Databases): ScaledOut => ({
  databases: Object.fromEntries([...databases].map(([slug, { url }]) => [slug, url])),
  processes: DOUBLED,
});

const otherThan = (version: string, versions: ReadonlyMap<string, string>) =>
  [...versions].flatMap(([name, said]) => (said === version ? [] : [`${name} says ${said}`]));

/** Whoever interrupts wants the zone's processes, which outlive this one, to be gone too. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Whether nothing was lost, doubled or stuck, and an upgrade was one. */
export const isProof = ({ stuck, traffic, proof, upgrade }: KillsResult): boolean =>
  stuck === 0 &&
  traffic.astray.length === 0 &&
  proof.wrong.length === 0 &&
  (upgrade === undefined || upgrade.otherwise.length === 0);
