import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assertNodesAgree, misplaced } from "./agreement.ts";
import { type BlockClock, watchBlocks } from "./block-clock.ts";
import { paymentsOf } from "./deliveries.ts";
import { type Figures, figuresOf, type Timing } from "./figures.ts";
import { idsAfterWarmUp, untilDelivered, WARM_UP, warmUp } from "./inbound.ts";
import { deliveredOn, sentOn } from "./lane-logs.ts";
import { presign, sendAll } from "./send.ts";
import { type BenchStage, closeStage, openStage } from "./stage.ts";
import { loadAverage, measurePrograms } from "./usage.ts";

/** How a run goes. */
export interface BenchOptions {
  transfers: number;
  /** Sent a second; as fast as the chain takes them by default. */
  rate?: number;
  onStep: (what: string) => void;
}

/** Sends single tokens through a new zone of real processes and measures how they arrive. */
export async function runBench({ transfers, rate, onStep }: BenchOptions): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "ryugu-bench-"));
  try {
    onStep("starting two chains and five nodes");
    const stage = await openStage(folder, transfers + 1);
    try {
      return await measure(stage, transfers, rate, onStep);
    } finally {
      await closeStage(stage);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  stage: BenchStage,
  transfers: number,
  rate: number | undefined,
  onStep: (what: string) => void,
): Promise<Figures> {
  await warmUp(stage);
  onStep(`signing ${transfers} transfers`);
  const ids = idsAfterWarmUp(transfers);
  const sends = await presign(stage, ids);
  const clocks = { home: watchBlocks(stage.home.provider), away: watchBlocks(stage.away.provider) };
  try {
    const from = await heights(stage);
    const taken = measurePrograms(programsOf(stage));
    onStep("sending");
    const left = await sendAll(stage, sends, rate);
    onStep("sent; waiting for the last delivery");
    await untilDelivered(stage, WARM_UP.messages + transfers);
    const programs = taken();
    const load = loadAverage();
    onStep("asking every node, and the chain for every token");
    await assertNodesAgree(stage, WARM_UP.messages + transfers);
    const wrong = await misplaced(stage, ids);
    if (wrong.length > 0) throw new Error(`Not where they should be: ${wrong.slice(0, 9)} …`);
    const to = await heights(stage);
    const timings = await timingsOf(stage, left, clocks, from, to);
    const relayers = stage.running.ready.partners.map(({ relayer }) => relayer);
    const payments = await paymentsOf(stage.away, relayers, from.away + 1, to.away);
    return figuresOf(timings, { payments, programs, load });
  } finally {
    clocks.home.stop();
    clocks.away.stop();
  }
}

/** The zone's programs, and this one: it sends, and carries every node's requests to the chains. */
const programsOf = ({ running }: BenchStage) => [
  ...running.ready.processes,
  { name: "sender and endpoints", pid: process.pid },
];

interface Heights {
  home: number;
  away: number;
}

async function heights({ home, away }: BenchStage): Promise<Heights> {
  return { home: await home.provider.getBlockNumber(), away: await away.provider.getBlockNumber() };
}

async function timingsOf(
  stage: BenchStage,
  left: ReadonlyMap<string, number>,
  clocks: { home: BlockClock; away: BlockClock },
  from: Heights,
  to: Heights,
): Promise<Timing[]> {
  const sent = await sentOn(stage.home, stage.lane, from.home + 1, to.home);
  const deliveries = await deliveredOn(stage.away, stage.lane, from.away + 1, to.away);
  return sent.map(({ sequence, block, transaction }) => {
    const delivery = deliveries.find(({ first, last }) => first <= sequence && sequence <= last);
    return {
      sent: known(left.get(transaction)),
      final: known(clocks.home.finalAt(block)),
      delivered: known(delivery && clocks.away.seenAt(delivery.block)),
    };
  });
}

function known(time: number | undefined): number {
  if (time === undefined) throw new Error("A transfer's way was not seen from end to end.");
  return time;
}
