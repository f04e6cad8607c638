import { QUORUM, type RunningZone, ZONE_NAME } from "../../src/index.ts";
import { DEMO_SHAPE, zoneSettings } from "../../src/zone/plan.ts";

/** A chain as a zone file names it. */
interface FileChain {
  id: string;
  name: string;
  rpcUrls: readonly string[];
}

/** The zone file from which a local zone could have been founded, with further chains. */
export function zoneFileOf({ zone }: RunningZone, more: readonly FileChain[]): object {
  return {
    schema: "ryugu-zone-file/1",
    name: ZONE_NAME,
    genesis: {
      quorum: QUORUM,
      validators: zone.manifest.partners.map(({ validator }) => validator),
    },
    settings: zoneSettings(DEMO_SHAPE),
    chains: [
      ...zone.manifest.chains.map(({ id, name, rpcUrls, finality }) => ({
        id,
        name,
        rpcUrls,
        finality,
      })),
      ...more,
    ],
  };
}
