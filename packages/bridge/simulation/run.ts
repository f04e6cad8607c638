import { lawsOfExit } from "@ryugu/contracts/model";
import { START } from "./chains/stage.ts";
import type { Fault } from "./faults/fault.ts";
import { beginFaults, endFaults, faultsOf } from "./faults/faults.ts";
import { LawBroken } from "./laws/broken.ts";
import { lawOfPublishedExit } from "./laws/exit.ts";
import { type Payments, paymentsOn } from "./laws/payments.ts";
import { unrest } from "./laws/rest.ts";
import type { Plant } from "./plant.ts";
import { between, chanceFor } from "./world/chance.ts";
import { createWorld, type World } from "./world.ts";

/** How large a simulation is, in milliseconds of virtual time. */
export interface Shape {
  /** How long people send and things go wrong. */
  busy: number;
  /** How long everything may take to come to rest afterwards. */
  patience: number;
  /** The time between two sends, about. */
  sendEvery: number;
}

/** For every run of the tests. */
export const SHORT: Shape = { busy: 20_000, patience: 240_000, sendEvery: 1_600 };
/** For whoever has hours. */
export const LONG: Shape = { busy: 120_000, patience: 300_000, sendEvery: 2_000 };

/** What came of a simulation. */
export interface Result {
  seed: number;
  broken: LawBroken | undefined;
  /** The same for the same seed, on every machine. */
  digest: string;
  /** What happened last. */
  lines: readonly string[];
  messages: number;
  payments: Payments;
  /** Virtual milliseconds until everything was at rest. */
  lasted: number;
}

export interface RunOptions {
  seed: number;
  shape?: Shape;
  /** What goes wrong; by the seed unless given. */
  faults?: readonly Fault[];
  plant?: Plant;
  print?: (line: string) => void;
}

/** How often exits are tried, in milliseconds. */
const LOOK_EVERY = 2_000;
/** How much is shown of a failure. */
const SHOWN = 30;

/** Plays one seed. */
export async function run(options: RunOptions): Promise<Result> {
  const { seed, shape = SHORT, faults = faultsOf(seed), plant = {}, print } = options;
  const world = createWorld(seed, plant, print);
  const { time, trace, chains, nodes } = world;
  try {
    const quieten = beginLife(world, seed, shape);
    beginFaults(world, faults, seed, shape.busy);
    const broken = (await playBusy(world, shape)) ?? (await comeToRest(world, shape, quieten));
    const payments = chains.map(paymentsOn);
    const sum = (count: (each: Payments) => number) => payments.reduce((n, p) => n + count(p), 0);
    return {
      ...{ seed, broken, lines: trace.last(SHOWN), digest: trace.digest() },
      messages: world.sent(),
      payments: { deliveries: sum((p) => p.deliveries), useless: sum((p) => p.useless) },
      lasted: time.now,
    };
  } finally {
    for (const node of nodes) node.kill("with the world");
    // Their processes let go of their databases first.
    await time.runUntil(time.now);
    for (const node of nodes) node.disk.close();
  }
}

/** Lets blocks be made, people act and nodes start. @returns how people stop sending */
function beginLife({ time, chains, nodes, people }: World, seed: number, shape: Shape) {
  const random = chanceFor(seed, "world");
  let busy = true;
  const every = (least: number, most: number, work: () => void) => {
    const again = () => {
      work();
      time.after(between(random, least, most), again);
    };
    time.after(between(random, 0, most), again);
  };
  for (const chain of chains) {
    const { blockTime } = chain.nature;
    every(blockTime, Math.floor(blockTime * 1.1), () => chain.mine());
    every(4_000, 9_000, () => people.retry(chain));
    every(5_000, 20_000, () => void (busy && people.claim(chain)));
  }
  every(shape.sendEvery / 2, shape.sendEvery * 1.5, () => {
    const chain = random.pick(chains);
    if (busy && chain !== undefined) people.send(chain);
  });
  for (const node of nodes) time.after(between(random, 0, 1_000), () => node.start());
  return () => {
    busy = false;
  };
}

const secondsOf = ({ time }: World) => START + Math.floor(time.now / 1_000);

async function playBusy(world: World, { busy }: Shape): Promise<LawBroken | undefined> {
  const { time, judge } = world;
  while (time.now < busy) {
    await time.runUntil(time.now + LOOK_EVERY);
    const exit = judge.broken ?? (await lawOfPublishedExit({ ...world, now: secondsOf(world) }));
    if (exit !== undefined) return exit;
  }
  return undefined;
}

async function comeToRest(
  world: World,
  { patience }: Shape,
  quieten: () => void,
): Promise<LawBroken | undefined> {
  const { time, judge, model, rewritten } = world;
  quieten();
  endFaults(world);
  const end = time.now + patience;
  let restless: LawBroken | undefined;
  do {
    await time.runUntil(time.now + 1_000);
    if (judge.broken !== undefined) return judge.broken;
    restless = await unrest(world);
  } while (restless !== undefined && time.now < end);
  const distrusted = new Set([...rewritten].map(({ nature }) => nature.id));
  const [exit] = lawsOfExit(model, secondsOf(world), distrusted);
  return restless ?? (exit && new LawBroken(`${exit.law}`, exit.what));
}
