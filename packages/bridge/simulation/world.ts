import { type Environment, type Model, RULES } from "@ryugu/contracts/model";
import { type Ground, SimChain } from "./chains/sim-chain.ts";
import { createStage } from "./chains/stage.ts";
import { Wire } from "./chains/wire.ts";
import type { FaultContext } from "./faults/fault.ts";
import { createFinals, type Finals } from "./laws/finals.ts";
import { createJudge, type Judge } from "./laws/judge.ts";
import { Network } from "./nodes/network.ts";
import { SimNode } from "./nodes/sim-node.ts";
import { createPeople, type People } from "./people/people.ts";
import type { Plant } from "./plant.ts";
import { between, chanceFor } from "./world/chance.ts";
import { rememberHashes } from "./world/keccak.ts";
import { KnownSignatures } from "./world/signatures.ts";
import { VirtualTime } from "./world/time.ts";
import { Trace } from "./world/trace.ts";
import { NATURES, VALIDATORS } from "./world/zone.ts";

/** Everything that there is in one simulation. */
export interface World extends FaultContext {
  model: Model;
  people: People;
  finals: Finals;
  judge: Judge;
  /** How many messages were ever sent. */
  sent(): number;
}

/** Makes a world in which nothing has happened yet. */
export function createWorld(seed: number, plant: Plant, print?: (line: string) => void): World {
  rememberHashes();
  const time = new VirtualTime();
  const trace = new Trace(() => time.now, print);
  const signatures = new KnownSignatures();
  const wire = new Wire();
  const failing = new Set<string>();
  const environment: Partial<Environment> = {
    tokenBehaviour: (_, token) => ({ fails: failing.has(token) }),
    rules: { ...RULES, ...plant.rules },
  };
  const model = createStage(wire, environment);
  const rewritten = new Set<SimChain>();
  const chains: SimChain[] = [];
  const finals = createFinals(chains);
  const judge = createJudge(model, finals, rewritten);
  const ground: Ground = {
    ...{ model, wire, signatures, trace, places: new Map(), now: () => time.now },
    witness: judge.onAction,
    onBlocks: judge.onState,
  };
  chains.push(...NATURES.map((nature, i) => new SimChain(ground, nature, i)));
  const network = new Network(time, chanceFor(seed, "network"));
  const { onSign, onTransaction, onReport } = judge;
  const told = { onSign, onTransaction, onReport };
  const around = { seed, time, trace, chains, network, signatures, plant, ...told };
  const range = between(chanceFor(seed, "range"), 2, 40);
  const nodes = VALIDATORS.map((_, i) => new SimNode(around, i, range));
  const people = createPeople(model, chanceFor(seed, "people"), { nodes, signatures });
  return {
    ...{ time, trace, chains, nodes, network, signatures, failing, rewritten },
    ...{ liars: new Set<SimNode>(), model, people, finals, judge },
    sent: () => ground.places.size,
  };
}
