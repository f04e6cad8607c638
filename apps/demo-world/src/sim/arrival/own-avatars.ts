import { parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

const ownAvatarSchema = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  nameEn: z.string().check(z.maxLength(40)),
  nameJa: z.string().check(z.maxLength(40)),
  file: z.string().check(z.regex(/^[a-z0-9-]+\.vrm$/)),
  /** A portrait beside the model, where there is one. */
  picture: z.optional(z.string().check(z.regex(/^[a-z0-9-]+\.(?:png|webp|svg)$/))),
  heightMetres: z.optional(z.number()),
});

/** One of the zone's own avatars. */
export type OwnAvatar = z.output<typeof ownAvatarSchema>;

/** Known before anything is loaded, so that one can choose at once. */
export const OWN_AVATARS: readonly OwnAvatar[] = [
  { id: "nagi", nameEn: "Nagi", nameJa: "なぎ", file: "nagi.vrm" },
  { id: "hayate", nameEn: "Hayate", nameJa: "はやて", file: "hayate.vrm" },
  { id: "otoha", nameEn: "Otoha", nameJa: "おとは", file: "otoha.vrm" },
  { id: "kame", nameEn: "Kame", nameJa: "かめ", file: "kame.vrm" },
];

/**
 * Reads `/avatars/avatars.json`.
 *
 * @throws InvalidShapeError
 */
export const readOwnAvatars = (value: unknown): OwnAvatar[] =>
  parseShape(
    z.array(ownAvatarSchema).check(z.minLength(1), z.maxLength(24)),
    value,
    "The list of avatars",
  );
