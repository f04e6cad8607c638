import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { assertEndpoints } from "./endpoints.ts";
import { ConfigError } from "./errors.ts";
import { parseConfigFile, readConfigFile } from "./file.ts";
import type { SecretSource } from "./schema/keys.ts";
import type { RemoteValidator } from "./schema/validator.ts";
import { type NodeConfig, nodeConfigSchema } from "./schema.ts";

/** Whether a source is asked over the network; otherwise it is a file. */
export const isUrl = (source: string) => /^https?:\/\//.test(source);

/**
 * Reads the configuration file, once.
 *
 * @throws ConfigError with one line per field that is wrong
 */
export async function loadConfig(path: string): Promise<Readonly<NodeConfig>> {
  const file = resolve(path);
  const what = "The node's configuration";
  const config = parseConfigFile(nodeConfigSchema, await readConfigFile(file, what), file, what);
  assertEndpoints(config.chains);
  return resolvePaths(config, dirname(file));
}

function resolvePaths(config: NodeConfig, folder: string): Readonly<NodeConfig> {
  const at = (path: string) => resolve(folder, path);
  const secret = (source: SecretSource): SecretSource =>
    "file" in source ? { file: at(source.file) } : source;
  const key = (own: NonNullable<NodeConfig["relayer"]>) => ({
    keystore: at(own.keystore),
    passphrase: secret(own.passphrase),
  });
  const database = (own: NodeConfig["database"]) => {
    if (typeof own !== "string")
      return { postgres: { ...own.postgres, url: secret(own.postgres.url) } };
    return own === ":memory:" ? own : at(own);
  };
  const { manifest, validator, relayer, webhooks, telemetry } = config;
  return Object.freeze({
    ...config,
    database: database(config.database),
    manifest: {
      ...manifest,
      source: isUrl(manifest.source) ? manifest.source : at(manifest.source),
    },
    webhooks: webhooks.map((webhook) => ({
      ...webhook,
      secret: secret(webhook.secret),
      ...(webhook.previousSecret && { previousSecret: secret(webhook.previousSecret) }),
    })),
    telemetry: telemetryAt(telemetry, secret),
    validator: "remote" in validator ? remoteAt(validator, at, secret) : key(validator),
    ...(relayer === undefined ? {} : { relayer: key(relayer) }),
  });
}

function telemetryAt(
  telemetry: NodeConfig["telemetry"],
  secret: (source: SecretSource) => SecretSource,
): NodeConfig["telemetry"] {
  const { otlp } = telemetry;
  if (otlp?.header === undefined) return telemetry;
  const { name, value } = otlp.header;
  return { otlp: { ...otlp, header: { name, value: secret(value) } } };
}

function remoteAt(
  { remote }: { remote: RemoteValidator },
  at: (path: string) => string,
  secret: (source: SecretSource) => SecretSource,
): { remote: RemoteValidator } {
  const { socket, token, authority } = remote;
  return {
    remote: {
      ...remote,
      ...(socket === undefined ? {} : { socket: at(socket) }),
      ...(token === undefined ? {} : { token: secret(token) }),
      ...(authority === undefined ? {} : { authority: at(authority) }),
    },
  };
}

/**
 * Reads a secret from where the configuration says.
 *
 * @throws ConfigError
 */
export async function readSecret(
  source: SecretSource,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  if ("env" in source) {
    const value = environment[source.env];
    if (value !== undefined && value !== "") return value;
    throw new ConfigError("The environment does not hold a secret that the configuration names.", {
      details: [`Variable: ${source.env}`],
    });
  }
  const file = "file" in source ? source.file : credentialFile(source.credential, environment);
  try {
    return (await readFile(file, "utf8")).replace(/\r?\n$/, "");
  } catch (cause) {
    throw new ConfigError("A secret's file cannot be read.", {
      cause,
      details: [`File: ${file}`],
    });
  }
}

/** systemd puts a service's credentials into a folder of their own, in memory, and names it. */
function credentialFile(
  name: string,
  { CREDENTIALS_DIRECTORY: folder }: Readonly<Record<string, string | undefined>>,
): string {
  if (folder !== undefined && folder !== "") return resolve(folder, name);
  throw new ConfigError("The passphrase is a credential of systemd's, and systemd gave none.", {
    details: [
      `Credential: ${name}`,
      "Start the node as a service with LoadCredential=, or name a file or a variable instead.",
    ],
  });
}
