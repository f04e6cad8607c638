import * as z from "zod/mini";
import { addressText } from "../../../zone/fields.ts";
import { isCorporateRegistrationNumber } from "../record/registration-number.ts";
import { line } from "./fields.ts";

const partyShape = {
  name: z.optional(line(200)),
  /** A postal address on one line. */
  address: z.optional(line(400)),
  kind: z.optional(z.enum(["person", "corporation"])),
  /** Of a qualified invoice issuer (適格請求書発行事業者): `T` and 13 digits. */
  registrationNumber: z.optional(z.string().check(z.regex(/^T[0-9]{13}$/))),
};

/** A number's check digit is known for corporations alone. */
const numberFits = z.refine<{ kind?: string | undefined; registrationNumber?: string | undefined }>(
  ({ kind, registrationNumber }) =>
    kind !== "corporation" ||
    registrationNumber === undefined ||
    isCorporateRegistrationNumber(registrationNumber),
  { error: "The registration number's check digit is wrong", path: ["registrationNumber"] },
);

/** Who pays, as they name themselves. */
export const payerSchema = z.strictObject(partyShape).check(numberFits);

/** Whose statement it is: one person or company, by all accounts of theirs. */
export const creatorSchema = z
  .strictObject({
    ...partyShape,
    accounts: z.array(addressText).check(z.minLength(1), z.maxLength(64)),
  })
  .check(numberFits);
