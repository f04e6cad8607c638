import type { ZoneFile } from "../zone-file.ts";
import type { AllowedOrigins } from "./origins.ts";

/** The pages that may come: the platform's own, those of the zone's platforms, and those the operator names. */
export function platformOrigins(
  zone: ZoneFile,
  { publicUrl, origins }: { publicUrl: string; origins: readonly string[] },
): AllowedOrigins {
  return {
    async list() {
      const { platforms } = await zone.origins();
      return [...new Set([publicUrl, ...origins, ...platforms])];
    },
  };
}

/** The same pages by their host (`localhost:8080`): the `domain` of what a person signs (ERC-4361). */
export const hostsOf = (origins: readonly string[]) =>
  origins.map((origin) => new URL(origin).host);
