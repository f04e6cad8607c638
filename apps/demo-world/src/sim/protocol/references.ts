import * as z from "zod/mini";

/** What a person looks like: one of the zone's own avatars, or a VRM file by its content id. */
export const avatarSchema = z.union([
  z.strictObject({
    kind: z.literal("own"),
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  }),
  z.strictObject({ kind: z.literal("file"), cid: z.string().check(z.regex(/^b[a-z2-7]{40,80}$/)) }),
]);

/** A token on a platform's chain. */
export const tokenSchema = z.strictObject({
  chain: z.string().check(z.regex(/^eip155:[1-9][0-9]{0,15}$/)),
  contract: z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/)),
  id: z.string().check(z.regex(/^[0-9]{1,78}$/)),
});

/** Somewhere on the floor; heading in radians. */
export const standSchema = z.strictObject({
  x: z.number().check(z.minimum(-1_000), z.maximum(1_000)),
  z: z.number().check(z.minimum(-1_000), z.maximum(1_000)),
  heading: z.number().check(z.minimum(-10), z.maximum(10)),
});

/** How a body moves. */
export const motionSchema = z.enum(["idle", "walk", "run"]);
/** What a body does once when asked. */
export const emoteSchema = z.enum(["wave", "bow", "nod"]);

/** See {@link avatarSchema}. */
export type AvatarRef = z.output<typeof avatarSchema>;
/** See {@link tokenSchema}. */
export type TokenRef = z.output<typeof tokenSchema>;
/** See {@link motionSchema}. */
export type Motion = z.output<typeof motionSchema>;
/** See {@link emoteSchema}. */
export type Emote = z.output<typeof emoteSchema>;
