import { RyuguError } from "@ryugu/sdk/errors";
import { bytes32 } from "@ryugu/sdk/primitives";
import type { ZoneTrust } from "@ryugu/sdk/zone";
import { ConfigError } from "../../config/errors.ts";

const DEFAULT_PORT = 4_100;
const MAX_PORT = 65_535;

/**
 * Reads what a partner knows of its zone beforehand: `<zone id>:<genesis set hash>`.
 *
 * @throws ConfigError
 */
export function readTrust(text: string): ZoneTrust {
  const [zoneId, genesisSetHash, ...rest] = text.split(":");
  try {
    if (rest.length === 0) {
      return { zoneId: bytes32(zoneId), genesisSetHash: bytes32(genesisSetHash) };
    }
  } catch (error) {
    if (!(error instanceof RyuguError)) throw error;
  }
  throw new ConfigError("--trust is not a zone id and a genesis set hash.", {
    details: [`Expected: <zone id>:<genesis set hash>, 32 bytes of 0x hex each`, `Got: ${text}`],
  });
}

/** @throws ConfigError */
export function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port <= MAX_PORT) return port;
  throw new ConfigError("--port is not a port.", { details: [`Got: ${text}`] });
}
