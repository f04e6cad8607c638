import type { ContentReader } from "./content-route.ts";

/** Reads the zone's file content store. */
export function openContentReader(_folder: string): ContentReader {
  return { read: async () => undefined };
}
