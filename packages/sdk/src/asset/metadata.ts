import * as z from "zod/mini";
import { linkSchema, portableSchema } from "./portable.ts";

/** The longest name, in UTF-16 units. */
export const MAX_NAME = 1_000;
/** The longest text other than a name, in UTF-16 units. */
export const MAX_TEXT = 100_000;
/** The most attributes. */
export const MAX_ATTRIBUTES = 1_000;
/** How deep `properties` may be nested. */
export const MAX_DEPTH = 16;

/** One trait, as marketplaces show it. */
export const attributeSchema = z.strictObject({
  trait_type: z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_NAME))),
  value: z.union([
    z.string().check(z.minLength(1), z.maxLength(MAX_TEXT)),
    z.number(),
    z.boolean(),
  ]),
  display_type: z
    .optional(z.string().check(z.minLength(1), z.maxLength(100)))
    .check(
      z.describe("number, boost_number, boost_percentage or date, where the value is a number."),
    ),
  max_value: z.optional(z.number()),
});

/** Translations of the metadata (ERC-1155). */
export const localizationSchema = z.strictObject({
  uri: linkSchema.check(z.describe("With {locale} where the locale goes.")),
  default: z.string().check(z.minLength(1), z.maxLength(100)),
  locales: z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(1_000)),
});

/**
 * An asset's metadata as it is written: the JSON of ERC-721 and ERC-1155 with the fields that
 * marketplaces agree on, and the portable fields under `ryugu`.
 * Published as `asset-metadata.schema.json`.
 */
export const assetMetadataSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(MAX_NAME)),
  description: z.optional(z.string().check(z.maxLength(MAX_TEXT))),
  image: z.optional(linkSchema),
  animation_url: z
    .optional(linkSchema)
    .check(z.describe("A model, film, sound or page to show instead.")),
  external_url: z.optional(linkSchema).check(z.describe("A page about the asset.")),
  background_color: z
    .optional(z.string().check(z.regex(/^[0-9a-fA-F]{6}$/)))
    .check(z.describe("Six hex digits without #.")),
  attributes: z.optional(z.array(attributeSchema).check(z.maxLength(MAX_ATTRIBUTES))),
  properties: z
    .optional(z.record(z.string(), z.unknown()))
    .check(z.describe("Anything else (ERC-1155), as JSON.")),
  decimals: z
    .optional(z.int().check(z.gte(0), z.lte(255)))
    .check(z.describe("How many decimals an amount is shown with (ERC-1155).")),
  localization: z.optional(localizationSchema),
  ryugu: z.optional(portableSchema),
});

export type Attribute = z.infer<typeof attributeSchema>;
export type AssetMetadata = z.infer<typeof assetMetadataSchema>;
