import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { avatarSchema, emoteSchema, motionSchema, standSchema, tokenSchema } from "./references.ts";

/** The most bytes of one message to a world server. Nothing honest comes near it. */
export const MAX_CLIENT_MESSAGE = 4_096;
/** How often a client says where it is while it moves, in milliseconds. */
export const POSE_INTERVAL = 100;

const clientMessageSchema = z.discriminatedUnion("t", [
  /** The first message, once: who is coming. */
  z.strictObject({
    t: z.literal("hello"),
    /** From `POST /session`. */
    token: z.string().check(z.minLength(16), z.maxLength(256)),
    name: z.string().check(z.minLength(1), z.maxLength(96)),
    avatar: avatarSchema,
    /** Where one already stood, after a broken connection. */
    at: z.optional(standSchema),
    /** In the corridor: signed in, but not to be seen yet. */
    away: z.optional(z.boolean()),
  }),
  z.strictObject({ t: z.literal("pose"), ...standSchema.shape, motion: motionSchema }),
  z.strictObject({
    t: z.literal("say"),
    text: z.string(),
    /** To a booth's staff instead of to everybody: its organisation's slug. */
    booth: z.optional(z.string().check(z.maxLength(64))),
  }),
  z.strictObject({ t: z.literal("emote"), emote: emoteSchema }),
  /** Takes a token in hand, or puts it away. The server looks on the chain whose it is. */
  z.strictObject({ t: z.literal("hold"), token: z.nullable(tokenSchema) }),
  z.strictObject({ t: z.literal("dress"), avatar: avatarSchema }),
  z.strictObject({
    t: z.literal("rename"),
    name: z.string().check(z.minLength(1), z.maxLength(96)),
  }),
  /** Into the corridor: nobody sees one any more. */
  z.strictObject({ t: z.literal("away") }),
  /** Out of the corridor. */
  z.strictObject({ t: z.literal("back"), at: standSchema }),
]);

/** What a client says to a world server. */
export type ClientMessage = z.output<typeof clientMessageSchema>;

/**
 * Reads a client's message.
 *
 * @throws InvalidJsonError, InvalidShapeError
 */
export function readClientMessage(text: string): ClientMessage {
  return parseShape(
    clientMessageSchema,
    parseJson(text, MAX_CLIENT_MESSAGE),
    "The message to the world server",
  );
}
