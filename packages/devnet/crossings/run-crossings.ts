import { setTimeout as delay } from "node:timers/promises";
import { randomFrom } from "@ryugu/contracts/model";
import { chainHoldings } from "./compare/chain-holdings.ts";
import { imbalancesOf } from "./compare/conservation.ts";
import { type EndingsReport, endingsOf } from "./compare/endings.ts";
import { type Difference, differences } from "./compare/holdings.ts";
import { modelHoldings } from "./compare/model-holdings.ts";
import { wrongUris } from "./compare/uris.ts";
import type { Fault, FaultCounts } from "./faults/fault.ts";
import { befall } from "./faults/misfortune.ts";
import { Crew } from "./people/crew.ts";
import { tendParked } from "./people/parked.ts";
import { reconcile } from "./people/reconcile.ts";
import { type Divergence, replay } from "./replay/replay.ts";
import type { Stage } from "./stage/stage.ts";

/** How a run goes. */
export interface RunOptions {
  stage: Stage;
  seed: number;
  /** How many transfers are to be sent. */
  count: number;
  /** How many may be under way at once: the more, the sooner it is over; the fewer, the further each goes. */
  atOnce: number;
  /** What goes wrong meanwhile, in this order first. */
  faults: readonly Fault[];
  /** How long everything may take to end after the last was sent, in milliseconds. */
  patience: number;
  onFault?: (name: string) => void;
  onProgress?: (crew: Crew) => void;
}

/** What came of a run: everything but the counts must be empty. */
export interface RunResult {
  crew: Crew;
  faults: FaultCounts;
  /** Seconds. */
  sendingTook: number;
  settlingTook: number;
  /** Transfers that had not ended when patience was over. */
  unfinished: number;
  /** Following that threw. */
  failures: readonly unknown[];
  endings: EndingsReport;
  divergences: readonly Divergence[];
  /** How many holdings were compared. */
  holdings: number;
  differences: readonly Difference[];
  imbalances: readonly string[];
  /** Tokens away from home that do not say exactly what they say there. */
  uris: readonly string[];
}

const PROGRESS_INTERVAL = 5_000;

/** Lets people send at random while things go wrong; then compares what everybody holds with the model's word. */
export async function runCrossings(options: RunOptions): Promise<RunResult> {
  const { stage, seed, count, atOnce, faults, patience, onFault = () => {}, onProgress } = options;
  const crew = new Crew(stage, seed, count, atOnce);
  const ticker = setInterval(() => onProgress?.(crew), PROGRESS_INTERVAL);
  const over = new AbortController();
  const began = Date.now();
  const tending = tendParked(crew, randomFrom(seed + 1_000), over.signal);
  try {
    const sending = crew.send();
    const counts = await befall(crew, randomFrom(seed + 2_000), faults, onFault);
    await sending;
    await reconcile(crew);
    const sent = Date.now();
    await Promise.race([crew.settled(), delay(patience, undefined, { ref: false })]);
    const settled = Date.now();
    return {
      ...{ crew, faults: counts, unfinished: crew.book.underWay.length, failures: crew.failures },
      ...{ sendingTook: (sent - began) / 1_000, settlingTook: (settled - sent) / 1_000 },
      ...(await compare(stage, crew)),
    };
  } finally {
    clearInterval(ticker);
    for (const { abandon } of crew.book.underWay) abandon.abort();
    over.abort();
    await tending;
  }
}

/** What everybody holds and how everything ended, by the chains and by the model. */
export async function compare(stage: Stage, { book }: Pick<Crew, "book">) {
  const [held, played] = await Promise.all([chainHoldings(stage), replay(stage, book)]);
  return {
    endings: endingsOf(played.happenings),
    divergences: played.divergences,
    holdings: held.size,
    differences: differences(held, modelHoldings(played.model)),
    imbalances: imbalancesOf(stage, held),
    uris: await wrongUris(stage, held),
  };
}

/** Whether a run proves what it is for. */
export const isProof = (result: RunResult): boolean =>
  result.unfinished === 0 &&
  [
    result.failures,
    result.endings.wrong,
    result.divergences,
    result.differences,
    result.imbalances,
    result.uris,
  ].every((list) => list.length === 0);
