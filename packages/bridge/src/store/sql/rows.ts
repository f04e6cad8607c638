import type { Attestation } from "@ryugu/sdk/lane";
import type { Address, Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";
import type { LaneHalt, LaneState } from "../../domain/lane.ts";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { LogPosition } from "../../domain/position.ts";
import { StoreCorruptError } from "../errors.ts";
import type { Row } from "./database.ts";

/** A text column. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === "string") return value;
  throw new StoreCorruptError("A stored row is not what it should be.", {
    details: [`Column: ${column}`],
  });
}

/** A 32-byte column. Values were checked when they were written. */
export const word = (row: Row, column: string) => text(row, column) as Bytes32;

/** A number column. */
export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === "number") return value;
  throw new StoreCorruptError("A stored row is not what it should be.", {
    details: [`Column: ${column}`],
  });
}

/** A message's bytes as they are stored. */
export const toBlob = (body: Hex): Uint8Array => Buffer.from(body.slice(2), "hex");

/** Bytes as hex. */
export const fromBlob = (row: Row, column: string): Hex => {
  const value = row[column];
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString("hex")}`;
  throw new StoreCorruptError("A stored row is not what it should be.", {
    details: [`Column: ${column}`],
  });
};

/** A `lane` row. */
export function toLane(row: Row): LaneState {
  const halted = row.halted === null ? undefined : (JSON.parse(text(row, "halted")) as LaneHalt);
  return {
    laneId: word(row, "id"),
    originChain: text(row, "origin_chain") as ChainId,
    originGateway: text(row, "origin_gateway") as Address,
    destinationChain: text(row, "destination_chain") as ChainId,
    destinationGateway: text(row, "destination_gateway") as Address,
    anchor: number(row, "anchor"),
    seen: { count: number(row, "seen_count"), head: word(row, "seen_head") },
    final: { count: number(row, "final_count"), head: word(row, "final_head") },
    attested: number(row, "attested"),
    ...(row.epoch === null ? {} : { epoch: number(row, "epoch") }),
    delivered: number(row, "delivered"),
    deliveredFinal: number(row, "delivered_final"),
    ...(halted === undefined ? {} : { halted }),
  };
}

/** The columns of a position on a chain. Where a final message is being read again, its block is stored as `-1 - block`. */
export function toPosition(row: Row): LogPosition {
  const block = number(row, "block");
  return {
    block: block < 0 ? -1 - block : block,
    blockHash: word(row, "block_hash"),
    time: number(row, "time"),
    transaction: word(row, "tx"),
    logIndex: number(row, "log_index"),
  };
}

/** A `message` row. */
export function toMessage(row: Row): LaneMessage {
  return {
    laneId: word(row, "lane"),
    sequence: number(row, "sequence"),
    messageId: word(row, "id"),
    messageHash: word(row, "hash"),
    body: fromBlob(row, "body"),
    at: toPosition(row),
  };
}

/** An `attestation` row. */
export function toAttestation(row: Row): Attestation {
  return {
    laneId: word(row, "lane"),
    anchor: number(row, "anchor"),
    sequence: number(row, "sequence"),
    head: word(row, "head"),
    validator: text(row, "validator") as Address,
    signature: text(row, "signature") as Hex,
  };
}
