import * as z from "zod/mini";
import { isAccountId } from "./account-id.ts";
import { isContentId } from "./ipfs.ts";
import { MAX_DATA_LINK_LENGTH } from "./link.ts";

/** The version of the portable fields that this SDK reads and writes. */
export const PORTABLE_VERSION = 1;
/** The sum of all creators' shares, in basis points: 100 %. */
export const TOTAL_SHARES = 10_000;

/** A link of a kind that metadata may hold. */
export const linkSchema = z
  .string()
  .check(z.regex(/^(?:https:\/\/|ipfs:\/\/|ar:\/\/|data:)/), z.maxLength(MAX_DATA_LINK_LENGTH));

const MEDIA_TYPES = { glb: /^model\//, vrm: /^model\//, image: /^image\// } as const;

/** One form of the asset: what a world shows when the asset is looked at, worn or held. */
export const modelSchema = z
  .strictObject({
    use: z
      .enum(["view", "wear", "hold"])
      .check(z.describe("view: stands by itself; wear: on a body; hold: in a hand.")),
    format: z.enum(["glb", "vrm", "image"]),
    uri: linkSchema,
    mediaType: z
      .string()
      .check(
        z.regex(/^[a-z]+\/[a-z0-9.+-]+$/),
        z.maxLength(100),
        z.describe("As in an HTTP Content-Type."),
      ),
    cid: z
      .optional(z.string().check(z.refine(isContentId, "expected a content id (CID)")))
      .check(z.describe("The file's content id, by which it is verified.")),
    sha256: z
      .optional(z.string().check(z.regex(/^[0-9a-f]{64}$/)))
      .check(z.describe("The SHA-256 of the file's bytes, 64 hex digits.")),
    size: z.optional(z.int().check(z.positive())).check(z.describe("The file's size in bytes.")),
  })
  .check(
    z.refine(
      (model) =>
        model.cid !== undefined || model.sha256 !== undefined || model.uri.startsWith("data:"),
      "a model that is not a data link needs a cid or a sha256",
    ),
    z.refine(
      ({ uri, cid }) =>
        cid === undefined || !/^ipfs:\/\/[^/]+$/.test(uri) || uri === `ipfs://${cid}`,
      "the cid is not the one that the link names",
    ),
    z.refine(
      (model) => MEDIA_TYPES[model.format].test(model.mediaType),
      "the media type does not fit the format",
    ),
  );

/** Someone who is paid when the asset is sold. */
export const creatorSchema = z.strictObject({
  account: z
    .string()
    .check(
      z.refine(isAccountId, "expected a CAIP-10 account id"),
      z.describe("A CAIP-10 account id: eip155:1:0x…"),
    ),
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  share: z
    .int()
    .check(
      z.gte(1),
      z.lte(TOTAL_SHARES),
      z.describe("In basis points; all creators' sum to 10,000."),
    ),
});

/** All creators: at most 100, each once, shares summing to 10,000. */
export const creatorsSchema = z.array(creatorSchema).check(
  z.minLength(1),
  z.maxLength(100),
  z.refine(
    (creators) => creators.reduce((sum, creator) => sum + creator.share, 0) === TOTAL_SHARES,
    "the shares do not sum to 10,000",
  ),
  z.refine(
    (creators) => new Set(creators.map((c) => c.account.toLowerCase())).size === creators.length,
    "an account is listed twice",
  ),
);

/** The licence under which the asset may be used. */
export const licenceSchema = z
  .strictObject({
    spdx: z
      .optional(z.string().check(z.regex(/^[A-Za-z0-9.+-]{1,64}$/)))
      .check(z.describe("An SPDX licence id: CC-BY-4.0.")),
    url: z.optional(linkSchema).check(z.describe("Where the licence's text is.")),
  })
  .check(
    z.refine(
      (licence) => licence.spdx !== undefined || licence.url !== undefined,
      "a licence needs an SPDX id or a URL",
    ),
  );

/** What kind of thing the asset is in law; each zone's policy decides which may enter. */
export const assetClassSchema = z.enum(["nft", "payment", "crypto", "prepaid", "security"]);

/** The fields that let an asset live in more than one world, under the key `ryugu`. */
export const portableSchema = z.strictObject({
  version: z.literal(PORTABLE_VERSION),
  class: z.optional(assetClassSchema).check(z.describe("nft where absent.")),
  models: z.optional(z.array(modelSchema).check(z.maxLength(100))),
  creators: z.optional(creatorsSchema),
  licence: z.optional(licenceSchema),
});

export type Model = z.infer<typeof modelSchema>;
export type Creator = z.infer<typeof creatorSchema>;
export type Licence = z.infer<typeof licenceSchema>;
export type AssetClass = z.infer<typeof assetClassSchema>;
export type PortableFields = z.infer<typeof portableSchema>;
