import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

/** A short text that is not empty. */
export const text = z.string().check(z.minLength(1), z.maxLength(1_024));

export const httpUrl = z
  .string()
  .check(z.maxLength(2_048), z.regex(/^https?:\/\/\S+$/, "expected an http or https URL"));

/** At most an hour. */
export const milliseconds = z.int().check(z.nonnegative(), z.maximum(3_600_000));

/** 32 bytes of hex. */
export const word = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/, "expected 32 bytes of hex")),
  z.transform((value) => bytes32(value)),
);

/** A CAIP-2 chain id. */
export const chain = z.pipe(
  z
    .string()
    .check(z.regex(/^eip155:[1-9][0-9]{0,18}$/, "expected a CAIP-2 chain id such as eip155:1")),
  z.transform((value) => chainId(value)),
);

/** An account or contract. */
export const account = z.pipe(
  z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/, "expected an address")),
  z.transform((value) => address(value.toLowerCase())),
);
