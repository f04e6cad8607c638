import type { Checkpoint } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneState } from "../domain/lane.ts";
import { hasSeat, signsFor } from "../domain/seats.ts";
import { isWorthSigning } from "../domain/signing.ts";
import type { AttesterContext } from "./context.ts";
import { createRecovery } from "./recovery.ts";

/** Signs what this node has seen become final: facts -> attestations. */
export interface Attester {
  /** @returns whether there is more to sign at once */
  tick(): Promise<boolean>;
  /** Whether it may sign: enough peers were asked for this validator's earlier signatures, or it has no seat. */
  isReady(): boolean;
}

/** Checkpoints reserved, signed and stored together. */
const BATCH = 64;

/**
 * Makes the attester. A place in a lane is bound to its head durably before it is signed, and nothing is
 * signed until peers were asked what this validator signed before: a database restored from an old backup
 * has forgotten, its peers have not.
 */
export function createAttester(context: AttesterContext): Attester {
  const { store, signer, exchange, report, council } = context;
  const recovery = createRecovery(context);
  /** How far each lane is dealt with in this process, under an epoch and an anchor; the guard has the truth. */
  const dealtWith = new Map<Bytes32, { under: string; through: number }>();

  /** This validator stands by what it signed first: a lane that contradicts it is halted, not signed on. */
  const haltForTwoHeads = async ({ laneId, sequence, head }: Checkpoint, signed: Bytes32) => {
    const halt = {
      time: context.clock.now(),
      reason: "This validator has signed another head of this lane before.",
      details: [`Sequence: ${sequence}`, `Signed before: ${signed}`, `Asked for now: ${head}`],
    };
    await store.haltLane(laneId, halt);
    report({ type: "signature-refused", laneId, sequence, signed, asked: head });
    report({ type: "lane-halted", laneId, halt });
  };

  /** Binds every place to its head; of a lane that contradicts the guard nothing is signed. */
  const passGuard = async (checkpoints: readonly Checkpoint[]): Promise<readonly Checkpoint[]> => {
    const answers = await store.reserve(checkpoints);
    for (const [i, checkpoint] of checkpoints.entries()) {
      const answer = answers[i];
      if (answer?.free !== false) continue;
      await haltForTwoHeads(checkpoint, answer.head);
      return [];
    }
    return checkpoints;
  };

  const signLane = async (lane: LaneState): Promise<boolean> => {
    const under = `${lane.epoch}/${lane.anchor}`;
    const known = dealtWith.get(lane.laneId);
    const above = known?.under === under ? known.through : 0;
    if (lane.final.count <= above) return false;
    const found = await store.unsigned(lane.laneId, above, BATCH);
    const last = found.at(-1);
    if (last === undefined) return false;
    const free = await passGuard(found.filter((checkpoint) => isWorthSigning(lane, checkpoint)));
    const attestations = await Promise.all(free.map((checkpoint) => signer.sign(checkpoint)));
    if (attestations.length > 0) {
      await store.addOwnAttestations(attestations);
      exchange.publish(attestations);
      report({
        type: "checkpoints-signed",
        laneId: lane.laneId,
        through: last.sequence,
        count: attestations.length,
      });
    }
    dealtWith.set(lane.laneId, { under, through: last.sequence });
    return found.length === BATCH;
  };

  let seated = true;
  /** Says it once when this validator gets or loses its seat. */
  const noteSeat = (now: boolean) => {
    if (seated !== now) report({ type: "seat-changed", validator: signer.validator, seated: now });
    seated = now;
  };

  /** The lanes whose gateways take this validator's word now, or will. */
  const ownLanes = async (): Promise<LaneState[]> => {
    const sets = council.sets();
    noteSeat(sets.some((set) => hasSeat(set, signer.validator)));
    return (await store.lanes()).filter(
      ({ halted, destinationChain }) =>
        halted === undefined && signsFor(signer.validator, council.on(destinationChain), sets),
    );
  };

  return {
    isReady: () => !seated || recovery.isDone(),
    async tick() {
      const lanes = await ownLanes();
      if (lanes.length === 0 || !(await recovery.proceed())) return false;
      let more = false;
      for (const lane of lanes) more = (await signLane(lane)) || more;
      return more;
    },
  };
}
