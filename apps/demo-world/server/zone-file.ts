import { readFile, stat } from "node:fs/promises";
import { readZone, type ZoneTrust } from "@ryugu/sdk/zone";
import { RequestRefusedError } from "./errors.ts";

/** The zone's manifest on disk, as the page gets it. */
export interface ZoneFile {
  /** The manifest's bytes. Throws RequestRefusedError (503) while there is none. */
  bytes(): Promise<Uint8Array>;
  /**
   * Where the page may connect: the origins of nodes and RPC endpoints in the manifest. Empty unless the
   * manifest verifies, so that a forged one opens no connection.
   */
  origins(): Promise<readonly string[]>;
}

interface Loaded {
  version: string;
  bytes: Uint8Array;
  origins: readonly string[];
}

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
        return [];
      }
    },
  };
}

function readOrigins(bytes: Uint8Array, trust: ZoneTrust): readonly string[] {
  try {
    const { manifest } = readZone(new TextDecoder().decode(bytes), trust);
    const urls = [
      ...manifest.partners.map(({ nodeUrl }) => nodeUrl),
      ...manifest.chains.flatMap(({ rpcUrls }) => rpcUrls),
    ];
    return [...new Set(urls.map((url) => new URL(url).origin))].sort();
  } catch {
    return [];
  }
}
