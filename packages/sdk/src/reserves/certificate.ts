import * as z from "zod/mini";
import { addressText, hashText, signatureText } from "../zone/fields.ts";
import { blocks, instant } from "./fields.ts";
import { holdingSchema, homeHoldingSchema } from "./reserve.ts";

const bodyShape = {
  schema: z.literal("ryugu-claim-certificate/1"),
  zoneId: hashText,
  /** Whose word it is. */
  validator: addressText,
  holder: addressText,
  issuedAt: instant,
  chains: blocks,
  /** With the holder at home. Collections whose token did not answer are left out. */
  atHome: z.array(homeHoldingSchema).check(z.maxLength(4_096)),
  holdings: z.array(holdingSchema).check(z.maxLength(4_096)),
};

/** One validator's word on what one holder has in each collection, at stated final blocks. */
export const claimCertificateSchema = z.strictObject({
  ...bodyShape,
  /** Compact, 64 bytes (EIP-2098), on ClaimCertificate(zoneId, validator, holder, digest). */
  signature: signatureText,
});

const _bodySchema = z.strictObject(bodyShape);

/** What a holder has, by one validator's word. */
export type ClaimCertificate = z.output<typeof claimCertificateSchema>;
/** A certificate before it is signed. */
export type ClaimCertificateBody = z.output<typeof _bodySchema>;
