import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { RyuguError } from "@ryugu/sdk/errors";
import { bytes32, parseJson, parseShape } from "@ryugu/sdk/primitives";
import type { ZoneTrust } from "@ryugu/sdk/zone";
import * as z from "zod/mini";
import { WorldConfigError } from "./errors.ts";
import { type PlatformConfig, path, platformSchema, toPlatform } from "./platform-config.ts";

const MAX_CONFIG = 64_000;
const MAX_PORT = 65_535;

const digest = z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/));

const configSchema = z.strictObject({
  host: z._default(z.string().check(z.minLength(1), z.maxLength(255)), "127.0.0.1"),
  /** 0 takes any free port; the line printed when listening names it. */
  port: z.int().check(z.minimum(0), z.maximum(MAX_PORT)),
  /** The folder with the built page. */
  dist: path,
  /** The signed zone manifest, a JSON file. Read again whenever it changes. */
  manifest: path,
  /** The zone's file content store. */
  content: path,
  /** What the page trusts before it has read any manifest. */
  trust: z.strictObject({ zoneId: digest, genesisSetHash: digest }),
  /** The platform that this server runs; without it, only the page is served. */
  platform: z.optional(platformSchema),
});

/** How a world server runs. Paths are absolute. */
export interface WorldConfig {
  readonly host: string;
  readonly port: number;
  readonly dist: string;
  readonly manifest: string;
  readonly content: string;
  readonly trust: Readonly<ZoneTrust>;
  readonly platform?: PlatformConfig;
}

/**
 * Reads a configuration. Relative paths are taken from `folder`.
 *
 * @throws WorldConfigError with one detail per field that is wrong
 */
export function readConfig(text: string, folder: string): WorldConfig {
  try {
    const value = parseShape(configSchema, parseJson(text, MAX_CONFIG), "The configuration");
    return {
      host: value.host,
      port: value.port,
      dist: resolve(folder, value.dist),
      manifest: resolve(folder, value.manifest),
      content: resolve(folder, value.content),
      trust: {
        zoneId: bytes32(value.trust.zoneId),
        genesisSetHash: bytes32(value.trust.genesisSetHash),
      },
      ...(value.platform === undefined ? {} : { platform: toPlatform(value.platform, folder) }),
    };
  } catch (cause) {
    throw new WorldConfigError("The world server's configuration is wrong.", {
      cause,
      details: cause instanceof RyuguError ? [cause.shortMessage, ...cause.details] : [],
    });
  }
}

/** Reads a configuration file. Throws WorldConfigError. */
export async function loadConfig(file: string): Promise<WorldConfig> {
  const location = resolve(file);
  let text: string;
  try {
    text = await readFile(location, "utf8");
  } catch (cause) {
    throw new WorldConfigError("The world server's configuration could not be read.", {
      cause,
      details: [location],
    });
  }
  return readConfig(text, dirname(location));
}
