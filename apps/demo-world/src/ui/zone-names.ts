import { safeLine } from "@ryugu/sdk/primitives";
import type { ZoneManifest } from "@ryugu/sdk/zone";
import { useMemo } from "react";
import { shortId } from "../sim/identifier.ts";
import { useWorldState } from "./world-context.tsx";

/** Names for what the zone's data names by id. */
export interface ZoneNames {
  chain(id: string): string;
  /** The partner whose seat a validator is; undefined for a stranger. */
  validator(address: string): string | undefined;
  node(url: string): string;
  /** The platforms on a chain, but for one that is named as the chain is. */
  platforms(chain: string): string[];
}

const MAX_NAME = 48;

/** Names out of a manifest, made safe to show. */
export function zoneNames(manifest: ZoneManifest | undefined): ZoneNames {
  const name = (text: string) => safeLine(text, MAX_NAME);
  const chains = new Map(manifest?.chains.map((chain) => [chain.id as string, name(chain.name)]));
  const validators = new Map(
    manifest?.partners.map((partner) => [partner.validator.toLowerCase(), name(partner.name)]),
  );
  const nodes = new Map(manifest?.partners.map((partner) => [partner.nodeUrl, name(partner.name)]));
  return {
    chain: (id) => chains.get(id) ?? id,
    validator: (address) => validators.get(address.toLowerCase()),
    node: (url) => nodes.get(url) ?? shortId(url, 24, 8),
    platforms: (chain) =>
      (manifest?.platforms ?? [])
        .filter((one) => one.chain === chain && one.name !== chains.get(chain))
        .map((one) => name(one.name)),
  };
}

/** The verified zone's names. */
export function useZoneNames(): ZoneNames {
  const manifest = useManifest();
  return useMemo(() => zoneNames(manifest), [manifest]);
}

/** The verified manifest, once there is one. */
export function useManifest(): ZoneManifest | undefined {
  return useWorldState("zone", (state) =>
    state.phase === "verified" ? state.manifest : undefined,
  );
}
