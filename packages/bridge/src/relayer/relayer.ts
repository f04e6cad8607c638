import { joinSignatures } from "@ryugu/sdk/lane";
import type { Hex } from "@ryugu/sdk/primitives";
import { type Batch, isBatchDue, type PendingMessage, planBatch } from "../domain/batch.ts";
import { blockTime, withHeader } from "../domain/block-pace.ts";
import { messageGas, shareTaken } from "../domain/gas.ts";
import type { LaneState } from "../domain/lane.ts";
import type { LaneMessage } from "../domain/lane-log.ts";
import type { BlockHeader } from "../domain/position.ts";
import { isUnderWay, type Purpose, type Submission } from "../domain/submission.ts";
import { isMyTurn, rankOf, takeoverDelayOn } from "../domain/turn.ts";
import type { Act } from "../ports/act-store.ts";
import type { Call } from "../ports/submitter.ts";
import { createActs } from "./acts.ts";
import type { RelayerContext } from "./context.ts";
import { deliverData } from "./deliver-call.ts";
import { createLander } from "./lander.ts";
import { type LaneMemory, laneMemories, noteFailure } from "./lane-memory.ts";

/** Delivers what a quorum has attested to one chain: attestations -> transactions. */
export interface Relayer {
  /** @returns whether there is more to do at once */
  tick(): Promise<boolean>;
}

/** Messages looked at for one delivery. */
const WINDOW = 640;
/** A lane whose deliveries take less than this part of what was thought has room for more at once. */
const MUCH_LESS = 0.7;

/** A call of `deliver` that the chain has estimated. */
interface Delivery {
  purpose: Extract<Purpose, { kind: "delivery" }>;
  call: Call & { gas: bigint };
}

/** Makes the relayer to one chain. */
export function createRelayer(context: RelayerContext): Relayer {
  const { reader, store, clock, report, tuning } = context;
  const lander = createLander(context);
  const acts = createActs(context, lander);
  /** The set that the gateway of this chain goes by. */
  const currentSet = () => context.council.on(reader.chain);
  const remember = laneMemories();
  let headers: readonly BlockHeader[] = [];
  const takeoverDelay = () => takeoverDelayOn(blockTime(headers), tuning.takeoverDelay);

  const notePace = async () => {
    const cursor = await store.cursor(reader.chain);
    if (cursor !== undefined) headers = withHeader(headers, cursor.latest);
  };

  const isMine = (lane: LaneState, waited: number): boolean => {
    const { laneId, delivered } = lane;
    const rank = rankOf(
      { laneId, delivered },
      currentSet().validators,
      context.self,
      context.exchange.isAnswering,
    );
    return isMyTurn(rank, waited, takeoverDelay());
  };

  const planLane = async (
    lane: LaneState,
    delivered: number,
    waited: number,
    { failures, share }: LaneMemory,
  ): Promise<Batch | undefined> => {
    const messages = await store.finalMessages(lane.laneId, delivered + 1, WINDOW);
    const pending = messages
      .filter(({ sequence }, i) => sequence === delivered + 1 + i)
      .map((message) => toPending(message, share));
    const gas = pending.reduce((sum, message) => sum + message.gas, 0);
    if (!isBatchDue(gas, waited, { gas: tuning.batchGas, age: tuning.batchAge })) return undefined;
    const attested = await store.attestedCheckpoints(lane.laneId, delivered + 1, WINDOW);
    // A delivery that failed may have been too much at once.
    return planBatch(pending, attested, tuning.batchGas / 2 ** failures);
  };

  /** The next delivery of a lane, as the chain estimates it; the estimate also says how many fit the next time. */
  const prepare = async (
    lane: LaneState,
    delivered: number,
    memory: LaneMemory,
  ): Promise<Delivery | undefined> => {
    const { laneId, anchor, destinationGateway: to } = lane;
    const batch = await planLane(lane, delivered, clock.now() - memory.since, memory);
    if (batch === undefined) return undefined;
    const attestations = await store.attestationsOf({ laneId, anchor, ...batch.checkpoint });
    const data = deliverData(laneId, batch, joinSignatures(currentSet(), attestations));
    const gas = await context.submitter.estimate({ to, data });
    memory.share = shareTaken(expectedGas(batch.bodies), gas);
    const { first, last } = batch;
    return { purpose: { kind: "delivery", laneId, first, last }, call: { to, data, gas } };
  };

  const deliverLane = async (lane: LaneState, memory: LaneMemory): Promise<void> => {
    const gateway = await reader.inboundLane(lane.laneId);
    if (gateway.halted || gateway.anchor !== lane.anchor) return;
    const { delivered } = gateway;
    if (delivered >= lane.attested) return;
    // Others were faster than this node reads: whose turn it is follows from what is delivered now.
    if (delivered !== lane.delivered && !isMine({ ...lane, delivered }, 0)) return;
    const before = memory.share;
    const cautious = await prepare(lane, delivered, memory);
    if (cautious === undefined) return;
    const fitsMore = memory.share < before * MUCH_LESS && cautious.purpose.last < lane.attested;
    const delivery = fitsMore ? await prepare(lane, delivered, memory) : cautious;
    if (delivery !== undefined) await lander.submit(delivery.purpose, delivery.call);
  };

  const tryLane = async (lane: LaneState, open: readonly Submission[]): Promise<void> => {
    const now = clock.now();
    const memory = remember(lane, now);
    if (lane.attested <= lane.delivered) {
      memory.since = now;
      return;
    }
    const inFlight = open.some(
      (submission) =>
        submission.kind === "delivery" &&
        submission.laneId === lane.laneId &&
        submission.last > lane.delivered &&
        isUnderWay(submission, now, takeoverDelay()),
    );
    if (inFlight || now < memory.notBefore || !isMine(lane, now - memory.since)) return;
    try {
      await deliverLane(lane, memory);
    } catch (error) {
      noteFailure(memory, now, error);
      report({ type: "delivery-failed", laneId: lane.laneId, error });
    }
  };

  return {
    async tick() {
      await notePace();
      const lanes = (await store.lanes()).filter(
        ({ destinationChain, halted }) => destinationChain === reader.chain && halted === undefined,
      );
      const wanted = await acts.wanted();
      const open = await lander.advance((submission) => isUseless(submission, lanes, wanted));
      // What has landed just now is wanted no more.
      await acts.send(await acts.wanted(), open);
      for (const lane of lanes) await tryLane(lane, open);
      return false;
    },
  };
}

function toPending({ sequence, messageHash, body }: LaneMessage, share: number): PendingMessage {
  const { gas, needed } = messageGas(body);
  return { sequence, messageHash, body, gas: gas * share, needed };
}

const expectedGas = (bodies: readonly Hex[]): number =>
  bodies.reduce((sum, body) => sum + messageGas(body).gas, 0);

/** Whether others did what a submission was to do, or nobody wants it any more. */
function isUseless(
  submission: Submission,
  lanes: readonly LaneState[],
  wanted: readonly Act[],
): boolean {
  if (submission.kind === "act") return !wanted.some(({ id }) => id === submission.act);
  const lane = lanes.find(({ laneId }) => laneId === submission.laneId);
  return (lane?.delivered ?? 0) >= submission.last;
}
