import * as z from "zod/mini";
import { address, bytes32, chainId, hex } from "../primitives/index.ts";

/**
 * Turns a checking constructor into a schema; its error's sentence becomes the issue. The pattern says as
 * much of the rule as JSON Schema can.
 */
function checked<T extends string>(pattern: RegExp, parse: (value: string) => T) {
  return z.pipe(
    z.string().check(z.regex(pattern)),
    z.transform((value, context): T => {
      try {
        return parse(value);
      } catch (error) {
        context.issues.push({
          code: "custom",
          message: error instanceof Error ? error.message.split("\n")[0] : "invalid",
          input: value,
        });
        return z.NEVER;
      }
    }),
  );
}

/** A chain by CAIP-2. */
export const chainIdText = checked(/^eip155:[1-9][0-9]{0,19}$/, chainId);
/** An address, checked by its checksum where it has one. */
export const addressText = checked(/^0x[0-9a-fA-F]{40}$/, address);
/** 32 bytes. */
export const hashText = checked(/^0x[0-9a-fA-F]{64}$/, bytes32);
/** A compact signature: 64 bytes (EIP-2098). */
export const signatureText = checked(/^0x[0-9a-fA-F]{128}$/, (value) => hex(value, 64));
