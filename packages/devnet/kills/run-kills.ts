import { loadAverage } from "../bench/bridge/usage.ts";
import { DEMO_SHAPE } from "../src/zone/plan.ts";
import { startZone } from "../src/zone/start-zone.ts";
import { befall } from "./befall.ts";
import { type Misfortune, planMisfortunes } from "./plan.ts";
import { type Proof, prove } from "./proof.ts";
import { Traffic } from "./traffic.ts";
import { foundTravellers, makePeople } from "./travellers.ts";

/** How a run goes. */
export interface KillsOptions {
  folder: string;
  seed: number;
  transfers: number;
  /** In milliseconds. */
  duration: number;
  /** Chains are stopped and not killed: then they need not write down all they know every second. */
  spareChains: boolean;
  onProgress: (traffic: Traffic) => void;
  onMisfortune: (what: Misfortune) => void;
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
  load: number;
}

const PEOPLE = 10;
const TOKENS_EACH = 40;
/** How long everything may take to arrive after the last misfortune, in milliseconds. */
const PATIENCE = 300_000;
const PROGRESS_INTERVAL = 10_000;

/** Lets people send both ways while processes are killed and endpoints lie; then asks the chains what came of it. */
export async function runKills(options: KillsOptions): Promise<KillsResult> {
  const { folder, seed, transfers, duration, spareChains, onProgress, onMisfortune, signal } =
    options;
  const people = makePeople(seed, PEOPLE);
  const funded = people.map((account) => account.address);
  const shape = { ...DEMO_SHAPE, funded, keepsState: !spareChains };
  const running = await startZone({ folder, shape, signal });
  const providers: { destroy(): void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    const travellers = await foundTravellers(running, people, TOKENS_EACH);
    providers.push(travellers.home.provider, travellers.away.provider);
    const traffic = new Traffic(travellers, seed);
    timer = setInterval(() => onProgress(traffic), PROGRESS_INTERVAL);
    const misfortunes = planMisfortunes(
      seed,
      duration,
      spareChains ? "chain-stopped" : "chain-killed",
    );
    const began = performance.now();
    const [, ended] = await untilAborted(
      Promise.all([
        befall(running, misfortunes, onMisfortune),
        traffic.send(transfers, duration).then(() => performance.now()),
      ]),
      signal,
    );
    const stuck = await traffic.settle(PATIENCE);
    const settling = performance.now() - ended;
    const proof = await prove(travellers);
    return { misfortunes, traffic, began, stuck, settling, proof, load: loadAverage() };
  } finally {
    clearInterval(timer);
    for (const provider of providers) provider.destroy();
    await running.stop();
  }
}

/** Whoever interrupts wants the zone's processes, which outlive this one, to be gone too. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Whether nothing was lost, doubled or stuck. */
export const isProof = ({ stuck, traffic, proof }: KillsResult): boolean =>
  stuck === 0 && traffic.astray.length === 0 && proof.wrong.length === 0;
