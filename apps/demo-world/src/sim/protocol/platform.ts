import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

const MAX_PLATFORM = 262_144;

const line = (most: number, least = 1) => z.string().check(z.minLength(least), z.maxLength(most));
const address = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
const cid = z.string().check(z.regex(/^b[a-z2-7]{40,80}$/));
const decimal = z.string().check(z.regex(/^[0-9]{1,78}$/));
const slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/));
/** The same words in both of the world's languages. */
const words = (most: number, least = 1) =>
  z.strictObject({ en: line(most, least), ja: line(most, least) });

/** A schema.org JobPosting, as far as a booth shows it. */
const jobSchema = z.strictObject({
  slug,
  title: words(120),
  description: words(1_200),
  /** schema.org: FULL_TIME, PART_TIME, INTERN, CONTRACTOR. */
  employmentType: z.enum(["FULL_TIME", "PART_TIME", "INTERN", "CONTRACTOR"]),
  place: words(80),
  /** Yen; a year for FULL_TIME and CONTRACTOR, an hour otherwise. */
  salary: z.strictObject({ min: z.int(), max: z.int(), unit: z.enum(["YEAR", "HOUR"]) }),
  datePosted: z.iso.date(),
  validThrough: z.iso.date(),
});

/** A company at the fair. */
const organisationSchema = z.strictObject({
  slug,
  /** The company's identifier: `did:web:...`. */
  did: line(200),
  name: words(80),
  about: words(600),
  /** Which booth of the hall, from 1. */
  booth: z.int().check(z.minimum(1), z.maximum(6)),
  /** The booth's colour: `#rrggbb`. */
  colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
  /** Hiring organisation's mark: one emoji-free short text drawn on the booth. */
  mark: line(8),
  jobs: z.array(jobSchema).check(z.minLength(1), z.maxLength(12)),
  /** What the company asks for with an application, by the field's name. */
  fields: z.array(z.strictObject({ name: slug, required: z.boolean() })).check(z.maxLength(12)),
});

/** Something that a platform gives to whoever comes: one to each person. */
const giftSchema = z.strictObject({
  kind: slug,
  name: words(60),
  /** The model that is seen in the hand, a GLB. */
  model: cid,
  image: cid,
});

/** An artwork on a wall. */
const artworkSchema = z.strictObject({
  /** The spot where it hangs: see the place. */
  spot: line(16),
  title: words(80),
  /** Empty where its maker says nothing of it. */
  about: words(600, 0),
  /** Who made it, with the share of each in basis points. */
  creators: z
    .array(z.strictObject({ name: words(60), account: address, basisPoints: z.int() }))
    .check(z.minLength(1), z.maxLength(16)),
  image: cid,
  /**
   * The print that hangs for sale; absent where the work only hangs. The order is what its seller signed, to be checked
   * by whoever buys; null while it is being made.
   */
  sale: z.optional(
    z.strictObject({
      collection: address,
      tokenId: decimal,
      order: z.nullable(z.record(z.string(), z.unknown())),
    }),
  ),
});

const platformSchema = z.strictObject({
  schema: z.literal("ryugu-platform/1"),
  slug: z.enum(["minato", "garan"]),
  name: words(40),
  /** The company that runs it, as the zone manifest names it. */
  partner: line(80),
  /** Its chain (CAIP-2). */
  chain: line(32),
  /** Where a client signs in, and the `uri` of the message that it signs. */
  url: z.url(),
  gifts: z.optional(
    z.strictObject({ collection: address, kinds: z.array(giftSchema).check(z.maxLength(24)) }),
  ),
  organisations: z.array(organisationSchema).check(z.maxLength(6)),
  /** Where things are sold on its chain, to whoever signs: the platform's own and people's. */
  market: z.optional(
    z.strictObject({
      address,
      /** What carries the payments. */
      rail: address,
      /** What makes the splits of works' creators. */
      splits: address,
      /** What is paid in: yen, or what stands for it on this chain. */
      yen: address,
    }),
  ),
  /** Whether people's yen is paid out to bank accounts by `/cash-out/v1/…`. */
  cashOut: z.optional(z.literal(true)),
  gallery: z.optional(z.strictObject({ artworks: z.array(artworkSchema).check(z.maxLength(24)) })),
});

/** A platform as its world server describes it at `/platform.json`. */
export type Platform = z.output<typeof platformSchema>;
/** A company at the fair. */
export type Organisation = z.output<typeof organisationSchema>;
/** A schema.org JobPosting. */
export type Job = z.output<typeof jobSchema>;
/** Something that a platform gives away. */
export type Gift = z.output<typeof giftSchema>;
/** Where things are sold. */
export type PlatformMarket = NonNullable<Platform["market"]>;
/** An artwork on a wall. */
export type Artwork = z.output<typeof artworkSchema>;

/** Reads a platform's own description. Throws InvalidJsonError, InvalidShapeError. */
export function readPlatform(text: string): Platform {
  return parseShape(platformSchema, parseJson(text, MAX_PLATFORM), "The platform's description");
}
