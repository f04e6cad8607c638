import { RyuguError } from "../errors/index.ts";
import { readBoundedText } from "../primitives/index.ts";
import { ManifestUnavailableError } from "./errors.ts";
import type { ZoneTrust } from "./signature.ts";
import { readZone, type Zone } from "./zone.ts";

/** No manifest is larger. */
const MAX_BYTES = 1_000_000;

/** How {@link fetchZone} reaches the network. */
export interface FetchZoneOptions {
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
}

/**
 * Fetches a manifest and verifies it. Who serves it need not be trusted.
 *
 * @throws ManifestUnavailableError when it cannot be fetched (retryable), and all that {@link readZone} throws
 */
export async function fetchZone(
  url: string,
  trust: ZoneTrust,
  options: FetchZoneOptions = {},
): Promise<Zone> {
  const fetcher = options.fetch ?? globalThis.fetch;
  return readZone(await fetchText(fetcher, url, options.signal), trust);
}

async function fetchText(
  fetcher: typeof fetch,
  url: string,
  signal?: AbortSignal,
): Promise<string> {
  try {
    const response = await fetcher(url, signal === undefined ? {} : { signal });
    if (response.ok) return await readBoundedText(response, MAX_BYTES);
    throw new ManifestUnavailableError(`The zone manifest's server answered ${response.status}.`);
  } catch (cause) {
    if (cause instanceof RyuguError) throw cause;
    throw new ManifestUnavailableError("The zone manifest could not be fetched.", {
      cause,
      details: [url],
    });
  }
}
