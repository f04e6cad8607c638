import * as z from "zod/mini";
import { addressText, chainIdText, hashText, signatureText } from "../zone/fields.ts";
import { blocks, day, instant, whole } from "./fields.ts";
import { reserveSchema } from "./reserve.ts";

const laneSchema = z.strictObject({
  laneId: hashText,
  originChain: chainIdText,
  destinationChain: chainIdText,
  /** How often the lane was re-anchored. */
  anchor: whole,
  /** Messages in final blocks of the origin, and the lane's head after them. */
  count: whole,
  head: hashText,
  /** The highest sequence that final blocks of the destination have consumed. */
  delivered: whole,
  /** Since when, and why, nothing of it is signed any more. */
  halted: z.optional(
    z.strictObject({ since: instant, reason: z.string().check(z.maxLength(1_000)) }),
  ),
});

/** A pair of chains that could not be compared when the statement was made. */
const unreadPairSchema = z.strictObject({
  homeChain: chainIdText,
  counterpartChain: chainIdText,
  reason: z.string().check(z.minLength(1), z.maxLength(1_000)),
});

const bodyShape = {
  schema: z.literal("ryugu-reserve-statement/1"),
  zoneId: hashText,
  /** Whose statement it is. */
  validator: addressText,
  day,
  issuedAt: instant,
  chains: blocks,
  reserves: z.array(reserveSchema).check(z.maxLength(65_536)),
  unread: z.array(unreadPairSchema).check(z.maxLength(65_536)),
  lanes: z.array(laneSchema).check(z.maxLength(65_536)),
};

/** A validator's daily statement of what every vault holds and owes, at stated final blocks. */
export const reserveStatementSchema = z.strictObject({
  ...bodyShape,
  /** Compact, 64 bytes (EIP-2098), on ReserveStatement(zoneId, validator, day, digest). */
  signature: signatureText,
});

const _bodySchema = z.strictObject(bodyShape);

/** What a validator states each day. */
export type ReserveStatement = z.output<typeof reserveStatementSchema>;
/** A statement before it is signed. */
export type ReserveStatementBody = z.output<typeof _bodySchema>;
