import * as z from "zod/mini";
import { text } from "./fields.ts";

/** Where a secret is read, once, at start: a file, or a variable of the environment. */
export const secretSchema = z.union(
  [z.strictObject({ file: text }), z.strictObject({ env: text })],
  {
    error: "expected { file: … } or { env: … }",
  },
);

/** A key in this process's memory. */
export const keySchema = z.strictObject({
  /** An encrypted keystore file (Web3 Secret Storage, version 3). */
  keystore: text,
  passphrase: secretSchema,
});

/** Where a secret is read. */
export type SecretSource = z.output<typeof secretSchema>;
