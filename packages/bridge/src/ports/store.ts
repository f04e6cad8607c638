import type { Attestation, Checkpoint, ValidatorSet } from "@ryugu/sdk/lane";
import type { Address, Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import type { ZoneManifest } from "@ryugu/sdk/zone";
import type { CheckpointPlace } from "../domain/checkpoints.ts";
import type { ArrivalLog } from "../domain/gateway-log.ts";
import type { LaneHalt, LaneRoute, LaneState } from "../domain/lane.ts";
import type { LaneMessage } from "../domain/lane-log.ts";
import type { BlockHeader, BlockRef, ChainCursor } from "../domain/position.ts";
import type { Submission } from "../domain/submission.ts";
import type { ActStore } from "./act-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { CertificateStore } from "./certificate-store.ts";
import type { TrailStore } from "./trail-store.ts";

/** What one reading of a chain found. Written wholly or not at all. */
export interface ChainUpdate {
  chain: ChainId;
  latest: BlockHeader;
  /**
   * Where this reading goes on from: the end of what was final, or of what was seen, when it began. It is refused when
   * another process has moved that end meanwhile. Not checked where absent.
   */
  after?: BlockRef;
  /** What was seen above this height is forgotten first: a fork took its place. */
  forgetAbove?: number;
  /** Blocks newly read. `final` ones replace everything recorded as seen up to `through`. */
  scanned?: {
    finality: "seen" | "final";
    through: BlockRef;
    /** Messages sent from this chain, in lane order. */
    messages: readonly LaneMessage[];
    /** What happened to messages that arrive on this chain. */
    arrivals: readonly ArrivalLog[];
  };
}

/** Kept by the observer. */
export interface ObserverStore {
  cursor(chain: ChainId): Promise<ChainCursor | undefined>;
  /** Sets where the reading of a new chain begins; does nothing for a chain that was begun. */
  begin(cursor: ChainCursor): Promise<void>;
  lanes(): Promise<LaneState[]>;
  lane(laneId: Bytes32): Promise<LaneState | undefined>;
  /** Adds lanes that are new. */
  addLanes(routes: readonly LaneRoute[]): Promise<void>;
  /**
   * Notes which set a chain's gateway obeys. A checkpoint counts as attested by the members of the set that its lane's
   * *destination* obeys, and by nobody while that set is not known. A new epoch counts again every checkpoint that is
   * not delivered to finality: `LaneState.attested` may fall, here and nowhere else, and what this validator has signed
   * of them is offered again by `unsigned`. A lower epoch than the known one, or the same, changes nothing.
   *
   * @throws StoreConflictError when another set is stored for the same epoch
   */
  setValidators(chain: ChainId, set: ValidatorSet): Promise<void>;
  /** @throws StoreOutrunError when another process has read on meanwhile */
  record(update: ChainUpdate): Promise<void>;
  /** Blocks above the last final one that facts or readings stand on. */
  seenBlocks(chain: ChainId): Promise<BlockRef[]>;
  /** Final blocks at which earlier readings ended, newest first. */
  finalBlocks(chain: ChainId, limit: number): Promise<BlockRef[]>;
  /** The lane's tip at a height: the last final message at or under it. */
  finalTipAt(laneId: Bytes32, block: number): Promise<{ count: number; head: Bytes32 }>;
  /** Forgets how far a chain was read above a height, keeping the facts, so that it is read again. */
  rewind(chain: ChainId, to: BlockRef): Promise<void>;
  haltLane(laneId: Bytes32, halt: LaneHalt): Promise<void>;
}

/** Kept by whoever follows the zone. */
export interface ZoneStore {
  /**
   * Makes the database this node's, if it is nobody's yet. Two nodes on one database would share one guard.
   *
   * @throws StoreForeignError when it is another's
   */
  own(owner: { zoneId: Bytes32; partner: string }): Promise<void>;
  /** The set that each gateway goes by, as `setValidators` was told. */
  validatorSets(): Promise<{ chain: ChainId; set: ValidatorSet }[]>;
  /** The newest manifest of a zone that was kept, as JSON; to be verified again. */
  manifest(zoneId: Bytes32): Promise<string | undefined>;
  /** Keeps a manifest unless a later version is kept. */
  keepManifest(manifest: ZoneManifest): Promise<void>;
}

/** What the guard says about a place in a lane. */
export type GuardAnswer = { free: true } | { free: false; head: Bytes32 };

/** Kept by the attester. */
export interface AttesterStore {
  lanes(): Promise<LaneState[]>;
  /** The highest sequence of a lane at which the guard holds an entry of this validator; 0 for none. */
  lastReserved(laneId: Bytes32, anchor: number): Promise<number>;
  /**
   * Checkpoints without a stored signature of this validator, above a sequence, in order. After a rotation also those
   * that it has signed and that are not delivered to finality: others may need to hear of them again.
   */
  unsigned(laneId: Bytes32, above: number, limit: number): Promise<Checkpoint[]>;
  /**
   * The never-two-heads guard. Durably binds each place to its head before anything is signed and
   * answers, in order, what each place is bound to. A place once bound is never bound again.
   */
  reserve(checkpoints: readonly Checkpoint[]): Promise<GuardAnswer[]>;
  haltLane(laneId: Bytes32, halt: LaneHalt): Promise<void>;
  /** Stores this validator's own attestations. */
  addOwnAttestations(attestations: readonly Attestation[]): Promise<void>;
}

/** Proof that a validator signed two heads at one place. */
export interface TwoHeads {
  first: Attestation;
  second: Attestation;
  /** Unix milliseconds. */
  time: number;
}

/** Kept by whoever collects attestations. */
export interface ArchiveStore {
  /** Stores verified attestations; those known already are skipped. Returns proofs of two heads. */
  addAttestations(attestations: readonly Attestation[]): Promise<TwoHeads[]>;
  attestations(
    laneId: Bytes32,
    query: { from: number; limit: number; validator?: Address },
  ): Promise<Attestation[]>;
  messages(laneId: Bytes32, query: { from: number; limit: number }): Promise<LaneMessage[]>;
  twoHeads(limit: number): Promise<TwoHeads[]>;
}

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

/** Which transfers are asked for. */
export interface TransferQuery {
  sender?: Address;
  recipient?: Address;
  /** A collection's address at home, with a token id if one token is meant. */
  token?: { chain?: ChainId; contract: Address; id?: bigint };
  limit: number;
  /** Continue before this position, as an earlier page's `next` said. */
  before?: number;
}

/** A change that somebody may follow. */
export interface TransferEvent {
  id: number;
  messageId: Bytes32;
}

/** What one vault should hold of one collection. */
export interface Holding {
  homeChain: ChainId;
  /** The chain whose claims the vault backs. */
  counterpartChain: ChainId;
  homeToken: Address;
  units: string;
}

/** Read by the API. */
export interface ApiStore extends ArchiveStore {
  lanes(): Promise<LaneState[]>;
  cursor(chain: ChainId): Promise<ChainCursor | undefined>;
  transfer(messageId: Hex): Promise<TransferStatus | undefined>;
  transfers(query: TransferQuery): Promise<{ transfers: TransferStatus[]; next?: number }>;
  /** Changes after an event id, in order; of one message, or of all. */
  events(after: number, limit: number, messageId?: Hex): Promise<TransferEvent[]>;
  lastEvent(): Promise<number>;
  /** What each vault should hold by final facts: units per home collection. */
  holdings(): Promise<Holding[]>;
  /** Every transfer after a position, oldest first, and the last one's position. */
  exportTransfers(
    after: number,
    limit: number,
  ): Promise<{ transfers: TransferStatus[]; last: number }>;
  trail: TrailStore["trail"];
  audit: AuditStore["audit"];
  shortfalls: AuditStore["shortfalls"];
  statement: AuditStore["statement"];
  statementDays: AuditStore["statementDays"];
}

/** Kept by the webhooks. */
export interface WebhookStore extends Pick<ApiStore, "events" | "lastEvent" | "transfer"> {
  /** The event up to which an endpoint was told everything; undefined for one that is new. */
  webhookCursor(name: string): Promise<number | undefined>;
  /** Moves an endpoint on; never back. */
  saveWebhookCursor(name: string, event: number): Promise<void>;
  /** The oldest event that is kept; 0 where there is none. */
  firstEvent(): Promise<number>;
}

/** What changed in a commit, for whoever waits. */
export type StoreTopic = "facts" | "attestations" | "submissions";

/** Everything that a node keeps. Every method is one transaction; a failed one leaves nothing behind. */
export interface Store
  extends ObserverStore,
    ZoneStore,
    AttesterStore,
    ArchiveStore,
    RelayerStore,
    ApiStore,
    ActStore,
    AuditStore,
    CertificateStore,
    WebhookStore,
    TrailStore {
  /** What it takes on its disk, in bytes, indexes included. */
  bytes(): Promise<number>;
  /** Calls back after each commit that changed something; returns how to stop. */
  watch(listener: (topic: StoreTopic) => void): () => void;
  close(): Promise<void>;
}
