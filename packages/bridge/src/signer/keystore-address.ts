import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { RyuguError } from "@ryugu/sdk/errors";
import { type Address, address, parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { KeystoreError } from "./errors.ts";

/** No keystore is larger, in bytes. */
const MAX_BYTES = 16_384;

const header = z.looseObject({
  version: z.literal(3),
  address: z.string().check(z.regex(/^(?:0x)?[0-9a-fA-F]{40}$/)),
});

/**
 * Whose key a keystore says that it holds. Nothing is decrypted: only opening it proves it.
 *
 * @throws KeystoreError
 */
export async function keystoreAddress(path: string): Promise<Address> {
  try {
    const { address: digits } = parseShape(header, parseJson(await readBounded(path)), "The file");
    return address(`0x${digits.replace(/^0x/, "")}`);
  } catch (cause) {
    const why = cause instanceof RyuguError ? [cause.shortMessage, ...cause.details] : [];
    throw new KeystoreError("The keystore cannot be read.", {
      cause,
      details: [
        `File: ${path}`,
        ...(why.length > 0 ? why : ["There is no such file, or no right to read it."]),
      ],
    });
  }
}

async function readBounded(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
