import { readFile, stat } from "node:fs/promises";
import { readZone, type ZoneTrust } from "@ryugu/sdk/zone";
import { RequestRefusedError } from "./errors.ts";

/** The zone's manifest on disk, as the page gets it. */
export interface ZoneFile {
  /** The manifest's bytes. Throws RequestRefusedError (503) while there is none. */
  bytes(): Promise<Uint8Array>;
  /** Whom the manifest names. Nobody unless it verifies, so that a forged one opens no connection. */
  origins(): Promise<ZoneOrigins>;
}

/** The origins (`http://localhost:8080`) that a manifest names. */
export interface ZoneOrigins {
  /** Nodes and RPC endpoints. */
  readonly services: readonly string[];
  /** Platforms: whose pages may come here, and where a page may go. */
  readonly platforms: readonly string[];
}

interface Loaded {
  version: string;
  bytes: Uint8Array;
  origins: ZoneOrigins;
}

const NOBODY: ZoneOrigins = { services: [], platforms: [] };
const SERVICE_UNAVAILABLE = 503;

/** Follows a manifest file: read once, and again after it changed. */
export function openZoneFile(path: string, trust: ZoneTrust): ZoneFile {
  let loaded: Loaded | undefined;

  async function current(): Promise<Loaded> {
    const { mtimeMs, size } = await stat(path);
    const version = `${mtimeMs}:${size}`;
    if (loaded?.version !== version) {
      const bytes = await readFile(path);
      loaded = { version, bytes, origins: readOrigins(bytes, trust) };
    }
    return loaded;
  }

  return {
    async bytes() {
      try {
        return (await current()).bytes;
      } catch (cause) {
        throw new RequestRefusedError(
          SERVICE_UNAVAILABLE,
          "The zone's manifest is not there yet.",
          cause,
        );
      }
    },
    async origins() {
      try {
        return (await current()).origins;
      } catch {
        return NOBODY;
      }
    },
  };
}

function readOrigins(bytes: Uint8Array, trust: ZoneTrust): ZoneOrigins {
  try {
    const { manifest } = readZone(new TextDecoder().decode(bytes), trust);
    return {
      services: originsOf([
        ...manifest.partners.map(({ nodeUrl }) => nodeUrl),
        ...manifest.chains.flatMap(({ rpcUrls }) => rpcUrls),
      ]),
      platforms: originsOf(manifest.platforms.flatMap(({ url }) => url ?? [])),
    };
  } catch {
    return NOBODY;
  }
}

const originsOf = (urls: readonly string[]) =>
  [...new Set(urls.map((url) => new URL(url).origin))].sort();
