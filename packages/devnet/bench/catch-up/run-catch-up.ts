import { rmSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "../../src/process/wait-until.ts";
import { PARTNERS } from "../../src/zone/plan.ts";
import { assertNodesAgree, misplaced, viewOf } from "../bridge/agreement.ts";
import { idsAfterWarmUp, untilDelivered, WARM_UP, warmUp } from "../bridge/inbound.ts";
import { presign, sendAll } from "../bridge/send.ts";
import type { BenchStage } from "../bridge/stage.ts";
import { loadAverage } from "../bridge/usage.ts";

/** What catching up took; times in milliseconds from when the nodes were told to start. */
export interface CatchUp {
  messages: number;
  /** Until one node had read and checked every message. */
  read: number;
  /** Until the last was delivered. */
  delivered: number;
  /** Until a node that began with an empty database knew everything, deliveries too. */
  joined: number;
  load: number;
}

const PATIENCE = { timeout: 600_000, interval: 100 };
const NEWCOMER = "minamo";

/**
 * Sends while no node runs, then starts all five: they read, sign and deliver everything. Then one starts again with an empty
 * database.
 *
 * @throws Error when a token is not where it should be, or the nodes do not agree
 */
export async function catchUp(
  stage: BenchStage,
  messages: number,
  onStep: (what: string) => void = () => {},
): Promise<CatchUp> {
  await warmUp(stage);
  const through = stage.sentBefore + WARM_UP.messages + messages;
  const nodes = PARTNERS.map(({ slug }) => stage.running.node(slug));
  await Promise.all(nodes.map((node) => node.kill()));
  onStep(`no node runs; sending ${messages}`);
  await sendAll(stage, await presign(stage, idsAfterWarmUp(messages)));
  await untilFinal(stage);
  onStep("all are final; starting five nodes");
  const began = performance.now();
  const reading = untilRead(stage, NEWCOMER, through);
  await Promise.all(nodes.map((node) => node.start()));
  const read = (await reading) - began;
  await untilDelivered(stage, through);
  const delivered = performance.now() - began;
  const load = loadAverage();
  onStep("all are delivered; asking every node, and the chain for every token");
  await assertNodesAgree(stage, through);
  const wrong = await misplaced(stage, idsAfterWarmUp(messages));
  if (wrong.length > 0) throw new Error(`Not where they should be: ${wrong.slice(0, 9)} …`);
  onStep("one node starts again with an empty database");
  return { messages, read, delivered, load, joined: await joinAnew(stage, through) };
}

async function joinAnew(stage: BenchStage, through: number): Promise<number> {
  const node = stage.running.node(NEWCOMER);
  await node.stop();
  const folder = stage.running.layout.partner(NEWCOMER);
  for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, `node.db${end}`), { force: true });
  const began = performance.now();
  await node.start();
  await assertNodesAgree(stage, through);
  return performance.now() - began;
}

/** Waits until everything that was sent stands in a final block. */
async function untilFinal({ home, sender }: BenchStage): Promise<void> {
  const sent = await sender.getNonce("pending");
  const isFinal = async () =>
    (await home.provider.getTransactionCount(sender, "finalized")) >= sent;
  if (!(await waitUntil(isFinal, PATIENCE))) throw new Error("What was sent did not become final.");
}

/** Waits until a node has read everything; answers when. */
async function untilRead(stage: BenchStage, partner: string, through: number): Promise<number> {
  const url = stage.running.ready.partners.find(({ slug }) => slug === partner)?.nodeUrl ?? "";
  const hasRead = async () => {
    const view = await viewOf(url, stage.lane).catch(() => undefined);
    return (view?.finalCount ?? 0) >= through;
  };
  if (!(await waitUntil(hasRead, PATIENCE))) throw new Error("A node did not read everything.");
  return performance.now();
}
