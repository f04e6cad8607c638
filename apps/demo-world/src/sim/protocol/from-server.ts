import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { avatarSchema, emoteSchema, motionSchema, standSchema, tokenSchema } from "./references.ts";

/** The most characters of one message from a world server: a hall of people, with names. */
const MAX_SERVER_MESSAGE = 262_144;

const id = z.int().check(z.positive());
const moment = z.int();

/** Somebody who is here. Their id is new with every visit and tells nothing about their account. */
export const personSchema = z.strictObject({
  id,
  name: z.string().check(z.maxLength(64)),
  avatar: avatarSchema,
  held: z.nullable(tokenSchema),
  ...standSchema.shape,
  motion: motionSchema,
});

/** Why somebody is no longer here. */
const leftReason = z.enum(["left", "lost", "away"]);
/** Why a server will not do something. The client has words for each. */
const refusal = z.enum([
  "session-unknown",
  "hello-first",
  "name-empty",
  "said-empty",
  "said-too-long",
  "too-often",
  "message-invalid",
  "message-too-large",
  "booth-unknown",
  "not-yours",
  "chain-unreachable",
  "avatar-unknown",
  "hall-full",
]);

const serverMessageSchema = z.discriminatedUnion("t", [
  z.strictObject({
    t: z.literal("welcome"),
    you: id,
    at: standSchema,
    people: z.array(personSchema).check(z.maxLength(512)),
    now: moment,
  }),
  z.strictObject({ t: z.literal("joined"), person: personSchema }),
  z.strictObject({ t: z.literal("left"), id, reason: leftReason }),
  /** Everybody who moved since the last one: [id, x, z, heading, motion's index in MOTIONS]. */
  z.strictObject({
    t: z.literal("moved"),
    now: moment,
    poses: z.array(
      z.tuple([id, z.number(), z.number(), z.number(), z.int().check(z.minimum(0), z.maximum(2))]),
    ),
  }),
  z.strictObject({
    t: z.literal("said"),
    /** Absent when a booth's staff speaks. */
    id: z.optional(id),
    name: z.string(),
    text: z.string(),
    booth: z.optional(z.string()),
    at: moment,
  }),
  z.strictObject({ t: z.literal("emoted"), id, emote: emoteSchema }),
  z.strictObject({ t: z.literal("held"), id, token: z.nullable(tokenSchema) }),
  z.strictObject({ t: z.literal("dressed"), id, avatar: avatarSchema }),
  z.strictObject({ t: z.literal("renamed"), id, name: z.string() }),
  /** The server's word where one stands, after a pose that nobody can have walked to. */
  z.strictObject({ t: z.literal("placed"), at: standSchema }),
  z.strictObject({ t: z.literal("refused"), code: refusal }),
  /** The same person has come in through another tab or machine: this one is out. */
  z.strictObject({ t: z.literal("replaced") }),
  /** The server stops; come back in a moment. */
  z.strictObject({ t: z.literal("closing") }),
]);

/** The motions by their index in `moved`. */
export const MOTIONS = ["idle", "walk", "run"] as const;

/** What a world server says. */
export type ServerMessage = z.output<typeof serverMessageSchema>;
/** See {@link personSchema}. */
export type PersonHere = z.output<typeof personSchema>;
/** Why a server will not do something. */
export type Refusal = z.output<typeof refusal>;

/**
 * Reads a world server's message: a client believes its server no more than the server believes it.
 *
 * @throws InvalidJsonError, InvalidShapeError
 */
export function readServerMessage(text: string): ServerMessage {
  return parseShape(
    serverMessageSchema,
    parseJson(text, MAX_SERVER_MESSAGE),
    "The world server's message",
  );
}
