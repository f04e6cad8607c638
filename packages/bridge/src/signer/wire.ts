import * as z from "zod/mini";

/** The largest request to a signer and the largest answer, in bytes: a statement of many collections is long. */
export const MAX_SIGNING_REQUEST = 16 * 1024 * 1024;

/** Where a signer is asked. */
export const SIGN_PATH = "/v1/sign";
export const HEALTH_PATH = "/v1/health";

const domainSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  salt: z.string(),
  chainId: z.optional(z.string()),
  verifyingContract: z.optional(z.string()),
});

/** EIP-712 data as it goes to a signer: whole numbers as decimal text, no types, for the signer has its own. */
export const signingRequestSchema = z.strictObject({
  primaryType: z.string().check(z.maxLength(64)),
  domain: domainSchema,
  message: z.record(z.string(), z.unknown()),
  /** What a digest in the message stands for. */
  document: z.optional(z.unknown()),
});

/** What a signer says of itself. */
export const signerHealthSchema = z.object({
  status: z.literal("ok"),
  validator: z.string(),
  zoneId: z.string(),
});

export type SignerHealth = z.output<typeof signerHealthSchema>;

/** What a signer answers. */
export const signingAnswerSchema = z.union([
  z.strictObject({ signature: z.string().check(z.regex(/^0x[0-9a-fA-F]{128,130}$/)) }),
  z.object({
    error: z.object({ code: z.string(), message: z.string(), details: z.array(z.string()) }),
  }),
]);

export type SigningRequest = z.output<typeof signingRequestSchema>;

/** JSON with whole numbers as decimal text. */
export const toWire = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? `${each}` : each));
