import { type Environment, lawsOfExit, type Model } from "@ryugu/contracts/model";
import { type Ground, SimChain } from "./chains/sim-chain.ts";
import { createStage, START } from "./chains/stage.ts";
import { Wire } from "./chains/wire.ts";
import type { Fault } from "./faults/fault.ts";
import { beginFaults, endFaults, faultsOf } from "./faults/faults.ts";
import { LawBroken } from "./laws/broken.ts";
import { lawOfPublishedExit } from "./laws/exit.ts";
import { createFinals } from "./laws/finals.ts";
import { createJudge } from "./laws/judge.ts";
import { unrest } from "./laws/rest.ts";
import { Network } from "./nodes/network.ts";
import { SimNode } from "./nodes/sim-node.ts";
import { createPeople } from "./people/people.ts";
import { between, chanceFor } from "./world/chance.ts";
import { rememberHashes } from "./world/keccak.ts";
import { KnownSignatures } from "./world/signatures.ts";
import { VirtualTime } from "./world/time.ts";
import { Trace } from "./world/trace.ts";
import { NATURES, VALIDATORS } from "./world/zone.ts";

/** How large a simulation is. */
export interface Shape {
  /** How long people send and things go wrong, in milliseconds of virtual time. */
  busy: number;
  /** How long everything may take to come to rest afterwards. */
  patience: number;
  /** Milliseconds between two sends, about. */
  sendEvery: number;
}

export const SHORT: Shape = { busy: 20_000, patience: 240_000, sendEvery: 1_600 };

/** For whoever has hours. */
export const LONG: Shape = { busy: 120_000, patience: 300_000, sendEvery: 2_000 };

/** What came of a simulation. */
export interface Result {
  seed: number;
  broken: LawBroken | undefined;
  /** The same for the same seed, on every machine. */
  digest: string;
  lines: readonly string[];
  messages: number;
  /** Virtual milliseconds until everything was at rest. */
  lasted: number;
}

export interface RunOptions {
  seed: number;
  shape?: Shape;
  /** What goes wrong; by the seed unless given. */
  faults?: readonly Fault[];
  print?: (line: string) => void;
}

/** Plays one seed. */
export async function run(options: RunOptions): Promise<Result> {
  const { seed, shape = SHORT, faults = faultsOf(seed), print } = options;
  rememberHashes();
  const time = new VirtualTime();
  const trace = new Trace(() => time.now, print);
  const signatures = new KnownSignatures();
  const wire = new Wire();
  const failing = new Set<string>();
  const environment: Partial<Environment> = {
    tokenBehaviour: (_, token) => ({ fails: failing.has(token) }),
  };
  const model = createStage(wire, environment);
  const rewritten = new Set<SimChain>();
  const chains: SimChain[] = [];
  const finals = createFinals(chains);
  const judge = createJudge(model, finals, rewritten);
  const ground: Ground = {
    ...{ model, wire, signatures, trace, places: new Map(), now: () => time.now },
    witness: judge.onAction,
  };
  chains.push(...NATURES.map((nature, i) => new SimChain(ground, nature, i)));
  const random = chanceFor(seed, "world");
  const network = new Network(time, chanceFor(seed, "network"));
  const around = { seed, time, trace, chains, network, signatures, onSign: judge.onSign };
  const range = between(random, 2, 40);
  const nodes = VALIDATORS.map((_, i) => new SimNode(around, i, range));
  const people = createPeople(model, chanceFor(seed, "people"));
  const liars = new Set<SimNode>();
  const context = { time, trace, chains, nodes, network, signatures, failing, rewritten, liars };
  const rest = { model, nodes, finals, liars };

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
    every(blockTime, Math.floor(blockTime * 1.1), () => {
      chain.mine();
      judge.onState();
    });
    every(4_000, 9_000, () => people.retry(chain));
  }
  every(shape.sendEvery / 2, shape.sendEvery * 1.5, () => {
    const chain = random.pick(chains);
    if (busy && chain !== undefined) people.send(chain);
  });
  for (const node of nodes) time.after(between(random, 0, 1_000), () => node.start());

  try {
    beginFaults(context, faults, seed, shape.busy);
    for (let at = 0; at < shape.busy && judge.broken === undefined; at += 1_000)
      await time.runUntil(at + 1_000);
    busy = false;
    const seconds = () => START + Math.floor(time.now / 1_000);
    const exit = await lawOfPublishedExit({ model, nodes, finals, signatures, now: seconds() });
    endFaults(context);
    const end = time.now + shape.patience;
    let broken = judge.broken ?? exit;
    while (broken === undefined && time.now < end) {
      await time.runUntil(time.now + 1_000);
      broken = judge.broken;
      if ((await unrest(rest)) === undefined) break;
    }
    broken ??= await unrest(rest);
    broken ??= exitsOf(model, seconds(), rewritten);
    return {
      seed,
      broken,
      lines: trace.last(40),
      digest: trace.digest(),
      messages: ground.places.size,
      lasted: time.now,
    };
  } finally {
    for (const node of nodes) {
      node.kill("with the world");
    }
    await time.runUntil(time.now);
    for (const node of nodes) node.disk.close();
  }
}

function exitsOf(
  model: Model,
  now: number,
  rewritten: ReadonlySet<SimChain>,
): LawBroken | undefined {
  const distrusted = new Set([...rewritten].map(({ nature }) => nature.id));
  const [first] = lawsOfExit(model, now, distrusted);
  return first && new LawBroken(`${first.law}`, first.what);
}
