import * as z from "zod/mini";
import { text } from "./fields.ts";

/** A name that systemd takes for a credential; never a path. */
const credential = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, "expected a credential's name"));

/** Where a secret is read, once, at start: a file, a variable of the environment, or a credential of systemd's. */
export const secretSchema = z.union(
  [z.strictObject({ file: text }), z.strictObject({ env: text }), z.strictObject({ credential })],
  {
    error: "expected { file: … }, { env: … } or { credential: … }",
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
