import { dirname, resolve } from "node:path";
import * as z from "zod/mini";
import { isLoopback } from "../domain/independence.ts";
import { parseConfigFile, readConfigFile } from "./file.ts";
import { text, word } from "./schema/fields.ts";
import { keySchema, secretSchema } from "./schema/keys.ts";

const addressSchema = z
  .strictObject({
    /** A Unix socket; only this process's user can open it. */
    socket: z.optional(text),
    /** Or a port. Beyond this machine it needs a certificate. */
    host: z.optional(text),
    port: z.optional(z.int().check(z.positive(), z.maximum(65_535))),
    tls: z.optional(z.strictObject({ certificate: text, key: text })),
  })
  .check(
    z.refine(
      ({ socket, host, port, tls }) =>
        socket === undefined
          ? host !== undefined &&
            port !== undefined &&
            (isLoopback(`http://${host}`) || tls !== undefined)
          : host === undefined && port === undefined && tls === undefined,
      "expected { socket }, { host, port } on this machine, or { host, port, tls }",
    ),
  );

/** The configuration of `ryugu-node signer`. Paths are relative to its file. */
export const signerConfigSchema = z
  .strictObject({
    schema: z.literal("ryugu-signer-config/1"),
    /** The one zone that it signs for. */
    zoneId: word,
    ...keySchema.shape,
    /** The file in which it remembers what it may not say differently. Never delete it, never restore it. */
    memory: text,
    listen: addressSchema,
    /** What the node must tell; needed for a port. */
    token: z.optional(secretSchema),
    log: z._default(
      z.strictObject({ level: z._default(z.enum(["debug", "info", "warn", "error"]), "info") }),
      { level: "info" },
    ),
  })
  .check(
    z.refine(
      ({ listen, token }) => listen.socket !== undefined || token !== undefined,
      "a port needs a token",
    ),
  );

/** The signer's configuration: complete, checked. */
export type SignerConfig = z.output<typeof signerConfigSchema>;

/**
 * Reads the signer's configuration file.
 *
 * @throws ConfigError
 */
export async function loadSignerConfig(path: string): Promise<SignerConfig> {
  const file = resolve(path);
  const what = "The signer's configuration";
  const config = parseConfigFile(signerConfigSchema, await readConfigFile(file, what), file, what);
  const at = (relative: string) => resolve(dirname(file), relative);
  const secret = (source: SignerConfig["passphrase"]) =>
    "file" in source ? { file: at(source.file) } : source;
  const { listen, token } = config;
  return {
    ...config,
    keystore: at(config.keystore),
    passphrase: secret(config.passphrase),
    memory: at(config.memory),
    ...(token === undefined ? {} : { token: secret(token) }),
    listen: {
      ...listen,
      ...(listen.socket === undefined ? {} : { socket: at(listen.socket) }),
      ...(listen.tls === undefined
        ? {}
        : { tls: { certificate: at(listen.tls.certificate), key: at(listen.tls.key) } }),
    },
  };
}
