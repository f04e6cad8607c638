import type { Attestation, Checkpoint } from "@ryugu/sdk/lane";
import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { CheckpointPlace } from "../domain/checkpoints.ts";
import type { LaneState } from "../domain/lane.ts";
import type { LaneMessage } from "../domain/lane-log.ts";
import type { ChainCursor } from "../domain/position.ts";
import type { Submission } from "../domain/submission.ts";

/** Kept by the relayer. */
export interface RelayerStore {
  lanes(): Promise<LaneState[]>;
  cursor(chain: ChainId): Promise<ChainCursor | undefined>;
  /** Final messages of a lane from a sequence on. */
  finalMessages(laneId: Bytes32, from: number, limit: number): Promise<LaneMessage[]>;
  /** Checkpoints with a quorum at or above a sequence, in order. */
  attestedCheckpoints(laneId: Bytes32, from: number, limit: number): Promise<CheckpointPlace[]>;
  /** Verified attestations of one checkpoint, of the members of the set that the lane's destination obeys. */
  attestationsOf(checkpoint: Checkpoint): Promise<Attestation[]>;
  /** Submissions that are not `done` or `lost`, by nonce. */
  openSubmissions(chain: ChainId): Promise<Submission[]>;
  /**
   * Adds the submission of a nonce that no open one has, before anything is sent.
   *
   * @param known - the open submissions that the decision to send rests on
   * @throws StoreOutrunError when there is another one: a second process is at work
   */
  addSubmission(submission: Submission, known: readonly Submission[]): Promise<void>;
  /**
   * Replaces a submission, as it was read, by what became of it.
   *
   * @throws StoreOutrunError when it is not what was read any more
   */
  replaceSubmission(before: Submission, after: Submission): Promise<void>;
}
