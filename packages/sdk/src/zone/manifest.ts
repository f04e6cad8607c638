import * as z from "zod/mini";
import { addressText, chainIdText, hashText, signatureText } from "./fields.ts";

const httpUrl = z.string().check(z.maxLength(2_048), z.regex(/^https?:\/\/[^\s]+$/));
const label = z.string().check(z.minLength(1), z.maxLength(128));

/** How a chain's blocks become final. `depth` counts blocks under the newest. */
export const finalitySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tag") }),
  z.strictObject({ kind: z.literal("depth"), depth: z.int().check(z.positive()) }),
  z.strictObject({ kind: z.literal("instant") }),
]);

const chainSchema = z.strictObject({
  id: chainIdText,
  name: label,
  gateway: addressText,
  /** The first block that can hold a message: where observers begin. */
  startBlock: z.int().check(z.nonnegative()),
  finality: finalitySchema,
  rpcUrls: z.array(httpUrl).check(z.minLength(1), z.maxLength(16)),
});

const partnerSchema = z.strictObject({
  name: label,
  /** The partner's one seat: its validator key's address. */
  validator: addressText,
  /** Where the partner's node answers. */
  nodeUrl: httpUrl,
});

const platformSchema = z.strictObject({
  name: label,
  partner: label,
  chain: chainIdText,
  url: z.optional(httpUrl),
});

const seatsShape = {
  quorum: z.int().check(z.positive()),
  validators: z.array(addressText).check(z.minLength(1), z.maxLength(256)),
};

/** A change of validators, as gateways took it. */
const rotationSchema = z.strictObject({
  ...seatsShape,
  /** Unix seconds from which it counts. */
  validFrom: z.int().check(z.nonnegative()),
  /** Compact, of at least a quorum of the set before, on Rotation(zoneId, from, to, setHash, k, validFrom). */
  signatures: z.array(signatureText).check(z.minLength(1), z.maxLength(256)),
});

/** A zone manifest without its signatures: what the council says the zone is. */
export const manifestBodySchema = z.strictObject({
  schema: z.literal("ryugu-zone-manifest/1"),
  name: z.string().check(z.minLength(3), z.maxLength(63)),
  zoneId: hashText,
  genesisSetHash: hashText,
  /** Counts up with each new manifest; a client never goes back. */
  version: z.int().check(z.positive()),
  issuedAt: z.iso.datetime(),
  epoch: z.int().check(z.nonnegative()),
  quorum: z.int().check(z.positive()),
  /** The first validators, where rotations followed. */
  genesis: z.optional(z.strictObject(seatsShape)),
  /** Every rotation so far, in order: they lead from the genesis set to the one that the partners are. */
  rotations: z.optional(z.array(rotationSchema).check(z.minLength(1), z.maxLength(1_024))),
  partners: z.array(partnerSchema).check(z.minLength(1), z.maxLength(256)),
  chains: z.array(chainSchema).check(z.minLength(1), z.maxLength(256)),
  platforms: z.array(platformSchema).check(z.maxLength(1_024)),
});

/** A signed, versioned zone manifest: the whole zone in one document. */
export const manifestSchema = z.extend(manifestBodySchema, {
  signatures: z
    .array(
      z.strictObject({
        validator: addressText,
        /** Compact, 64 bytes (EIP-2098), on ZoneManifest(zoneId, version, digest). */
        signature: signatureText,
      }),
    )
    .check(z.maxLength(256)),
});

/** How a chain's blocks become final. */
export type Finality = z.output<typeof finalitySchema>;
/** One chain of a zone. */
export type ZoneChain = z.output<typeof chainSchema>;
/** One company of a zone. */
export type ZonePartner = z.output<typeof partnerSchema>;
/** One world or service of a zone. */
export type ZonePlatform = z.output<typeof platformSchema>;
/** What validators sign. */
export type ManifestBody = z.output<typeof manifestBodySchema>;
/** What is published. */
export type ZoneManifest = z.output<typeof manifestSchema>;
