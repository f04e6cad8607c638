import * as z from "zod/mini";
import { addressText, chainIdText, hashText } from "../zone/fields.ts";

/** Whole units as a decimal text: they may be more than a number holds. */
export const units = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,79})$/));
/** Units that may be missing: a shortfall is negative. */
export const signedUnits = z.string().check(z.regex(/^(?:0|-?[1-9][0-9]{0,79})$/));
/** A place in a lane, a height or a count. */
export const whole = z.int().check(z.nonnegative());
/** A UTC day: `2026-11-22`. */
export const day = z.iso.date();
/** A point in time, UTC, to the second or finer. */
export const instant = z.iso.datetime();
/** The token standard of a collection. */
export const standard = z.enum(["erc721", "erc1155", "erc20"]);

/** The final block of each chain that figures stand at. */
export const blocks = z
  .array(z.strictObject({ id: chainIdText, block: whole, hash: hashText }))
  .check(z.minLength(1), z.maxLength(256));

/** A collection at home, and the chain whose claims are meant. */
export const collectionShape = {
  homeChain: chainIdText,
  counterpartChain: chainIdText,
  homeToken: addressText,
  standard,
};
