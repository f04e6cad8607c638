import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { RyuguError } from "@ryugu/sdk/errors";
import {
  type Address,
  address,
  bytes32,
  type ChainId,
  chainId,
  parseJson,
  parseShape,
} from "@ryugu/sdk/primitives";
import type { ZoneTrust } from "@ryugu/sdk/zone";
import * as z from "zod/mini";
import { WorldConfigError } from "./errors.ts";

const MAX_CONFIG = 64_000;
const MAX_PORT = 65_535;
const GIBIBYTE = 1_073_741_824;

const path = z.string().check(z.minLength(1), z.maxLength(4_096));
const digest = z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/));
const account = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
/** Scheme, host and port, nothing else. */
const origin = z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+$/), z.maxLength(255));
const count = z.int().check(z.minimum(1), z.maximum(1_000_000));

const limitsSchema = z.strictObject({
  /** People in the hall. */
  people: z._default(count.check(z.maximum(500)), 120),
  /** Open sockets. */
  connections: z._default(count, 400),
  /** Open sockets of one machine: many people may share one address. */
  connectionsPerMachine: z._default(count, 100),
  /** Bytes of all avatars that people brought. */
  avatarBytes: z._default(z.int().check(z.minimum(0)), GIBIBYTE),
});

const platformSchema = z.strictObject({
  slug: z.enum(["minato", "garan"]),
  /** The company that runs it, as the zone manifest names it. */
  partner: z.string().check(z.minLength(1), z.maxLength(80)),
  /** What a person signs in to, and where a browser finds this server. */
  publicUrl: origin,
  chain: z.string().check(z.regex(/^eip155:[1-9][0-9]{0,15}$/)),
  rpcUrl: z.url({ protocol: /^https?$/ }),
  /** The platform's own key on its chain: pays gas, gives gifts. */
  operator: z.strictObject({ keystore: path, passphraseFile: path }),
  /** Where the platform keeps its database. */
  data: path,
  /** The zone's own avatars: `avatars.json` and the files that it names. */
  avatars: path,
  /** The platform's own pictures and models: what `scripts/build-content.ts` makes. */
  works: path,
  /** The accounts that creators are paid at, by their names. */
  creators: z._default(
    z.strictObject({ shiori: z.optional(account), ren: z.optional(account) }),
    {},
  ),
  /** Whose pages may come here besides the manifest's platforms and this server's own. */
  origins: z._default(z.array(origin).check(z.maxLength(16)), []),
  limits: z.prefault(limitsSchema, {}),
});

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

/** How much a platform's server takes on. */
export type WorldLimits = Readonly<z.output<typeof limitsSchema>>;

/** The platform that a world server runs. Paths are absolute. */
export interface PlatformConfig
  extends Readonly<Omit<z.output<typeof platformSchema>, "chain" | "limits" | "creators">> {
  readonly chain: ChainId;
  readonly creators: Readonly<Partial<Record<"shiori" | "ren", Address>>>;
  readonly limits: WorldLimits;
}

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

function toPlatform(value: z.output<typeof platformSchema>, folder: string): PlatformConfig {
  return {
    ...value,
    chain: chainId(value.chain),
    operator: {
      keystore: resolve(folder, value.operator.keystore),
      passphraseFile: resolve(folder, value.operator.passphraseFile),
    },
    data: resolve(folder, value.data),
    avatars: resolve(folder, value.avatars),
    works: resolve(folder, value.works),
    creators: Object.fromEntries(
      Object.entries(value.creators).map(([name, text]) => [name, address(text)]),
    ),
  };
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
