import type { Bytes32 } from "@ryugu/sdk/primitives";
import { type Zone, zoneLanes } from "@ryugu/sdk/zone";
import type { ZoneView } from "../ports/zone-view.ts";

/** The zone as this process holds it, to be brought up to date. */
export interface HeldZone extends ZoneView {
  /** Goes by another manifest from now on. It must have been judged before. */
  adopt(zone: Zone): void;
}

/** Holds a zone, beginning with a verified manifest. */
export function holdZone(first: Zone): HeldZone {
  let zone = first;
  let lanes: ReadonlySet<Bytes32> = laneIds(first);

  return {
    get zone() {
      return zone;
    },
    hasLane: (laneId) => lanes.has(laneId),
    on: () => zone.validatorSet,
    sets: () => [zone.validatorSet],
    adopt(next) {
      zone = next;
      lanes = laneIds(next);
    },
  };
}

const laneIds = (zone: Zone) => new Set(zoneLanes(zone).map(({ id }) => id));
