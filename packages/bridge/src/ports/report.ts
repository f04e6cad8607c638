import type { Address, Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { LaneHalt } from "../domain/lane.ts";
import type { Shortfall } from "../domain/shortfall.ts";

/** Which reserve is short or over-issued, and by how much. */
type ShortfallNews = Pick<
  Shortfall,
  "homeChain" | "counterpartChain" | "homeToken" | "standard" | "state" | "units"
>;

/** What a role tells its operator. Logic reports; `main/telemetry.ts` decides what becomes a log line, a metric or a span. */
export type NodeEvent =
  | { type: "chain-advanced"; chain: ChainId; latest: number; final: number }
  | { type: "chain-reorganised"; chain: ChainId; common: number; removed: number }
  | { type: "endpoint-failed"; chain: ChainId; endpoint: string; error: unknown }
  | { type: "endpoint-recovered"; chain: ChainId; endpoint: string }
  /** Others agreed on another answer than this endpoint's. */
  | { type: "endpoint-contradicted"; chain: ChainId; endpoint: string }
  /** An endpoint's logs do not continue a lane: they are not believed, and it is asked last for a while. */
  | { type: "logs-refused"; chain: ChainId; error: unknown }
  | { type: "lane-halted"; laneId: Bytes32; halt: LaneHalt }
  | { type: "lane-reanchored"; laneId: Bytes32; anchor: number; delivered: number }
  | { type: "checkpoints-signed"; laneId: Bytes32; through: number; count: number }
  /** The guard has bound a place to the head `signed`, so the head `asked` is not signed there. */
  | {
      type: "signature-refused";
      laneId: Bytes32;
      sequence: number;
      signed: Bytes32;
      asked: Bytes32;
    }
  /** This node's validator got its seat, or lost it: without one it reads and relays, and signs nothing. */
  | { type: "seat-changed"; validator: Address; seated: boolean }
  /** A gateway goes by another validator set now. */
  | {
      type: "validators-changed";
      chain: ChainId;
      epoch: number;
      quorum: number;
      validators: readonly Address[];
    }
  /** Two sets of one epoch: the zone's gateways no longer agree on who decides. */
  | { type: "zone-split"; epoch: number; places: readonly string[] }
  | { type: "manifest-adopted"; version: number; epoch: number }
  /** What lies at the manifest's source is older, another zone's or not verified. */
  | { type: "manifest-refused"; error: unknown }
  | { type: "manifest-unavailable"; error: unknown }
  /** A peer knew of signatures of this validator that its own guard did not. */
  | { type: "attestations-recovered"; count: number; from: string }
  | { type: "two-heads-found"; validator: Address; laneId: Bytes32; sequence: number }
  | { type: "attestations-received"; count: number; kept: number }
  | { type: "attestation-refused"; error: unknown }
  | { type: "peer-failed"; peer: string; error: unknown }
  | { type: "peer-answered"; peer: string }
  | {
      type: "delivery-sent";
      laneId: Bytes32;
      first: number;
      last: number;
      transaction: Bytes32;
      nonce: number;
    }
  | {
      type: "delivery-raised";
      laneId: Bytes32;
      transaction: Bytes32;
      nonce: number;
      cancelled: boolean;
    }
  | {
      type: "delivery-mined";
      laneId: Bytes32;
      first: number;
      last: number;
      nonce: number;
      transaction: Bytes32;
      /** Wei paid for gas. */
      cost: bigint;
    }
  /** Another transaction used the nonce. */
  | { type: "delivery-lost"; laneId: Bytes32; nonce: number }
  | { type: "delivery-failed"; laneId: Bytes32; error: unknown }
  | { type: "act-sent"; chain: ChainId; act: string; transaction: Bytes32; nonce: number }
  | {
      type: "act-raised";
      chain: ChainId;
      act: string;
      transaction: Bytes32;
      nonce: number;
      cancelled: boolean;
    }
  | {
      type: "act-mined";
      chain: ChainId;
      act: string;
      nonce: number;
      transaction: Bytes32;
      /** Wei paid for gas. */
      cost: bigint;
    }
  | { type: "act-lost"; chain: ChainId; act: string; nonce: number }
  | { type: "act-failed"; chain: ChainId; act: string; error: unknown }
  | ({ type: "shortfall-found" } & ShortfallNews)
  | ({ type: "shortfall-ended" } & ShortfallNews)
  | { type: "reserves-unread"; homeChain: ChainId; counterpartChain: ChainId; reason: string }
  | { type: "quarantine-asked"; chain: ChainId; token: Address; seconds: number }
  | { type: "statement-signed"; day: string; shortfalls: number }
  /** Royalties are to go home; the relayer's account pays for the way. */
  | {
      type: "royalties-forwarded";
      chain: ChainId;
      router: Address;
      currency: Address;
      amount: bigint;
    }
  /** Royalties came home: a split divided them, or they are left to whom they were paid. */
  | {
      type: "royalties-ended";
      chain: ChainId;
      messageId: Bytes32;
      receiver: Address;
      end: "divided" | "paid";
    }
  /** The index of a chain's sales and payments begins anew: other contracts are named, or the chain was rewritten. */
  | { type: "payouts-read-anew"; chain: ChainId; reason: "sources" | "rewritten" }
  /** A router could not be asked about one currency. */
  | { type: "royalties-unread"; chain: ChainId; router: Address; error: unknown }
  | { type: "node-started"; version: string; configuration: string }
  | { type: "access-used"; name: string; role: string; route: string }
  | { type: "access-refused"; name?: string; route: string; reason: string }
  | { type: "webhook-told"; webhook: string }
  | { type: "webhook-failed"; webhook: string; error: unknown; failures: number; retryInMs: number }
  | { type: "webhook-recovered"; webhook: string }
  | { type: "relayer-balance"; chain: ChainId; account: Address; wei: bigint }
  | { type: "tick-ended"; task: string; milliseconds: number; failed: boolean }
  | {
      type: "request-answered";
      method: string;
      /** The route's pattern, never the path that was asked for. */
      route: string;
      status: number;
      milliseconds: number;
    }
  | { type: "task-failed"; task: string; error: unknown; failures: number; retryInMs: number }
  | { type: "task-recovered"; task: string }
  /** Another process runs a task that this one could run. */
  | { type: "task-elsewhere"; task: string }
  /** This process runs a task that another one ran before. */
  | { type: "task-taken-over"; task: string };

/** Takes a {@link NodeEvent}. Never throws. */
export type Report = (event: NodeEvent) => void;
