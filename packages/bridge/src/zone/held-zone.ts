import type { ValidatorSet } from "@ryugu/sdk/lane";
import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import { type Zone, zoneLanes } from "@ryugu/sdk/zone";
import { genesisSet, setText } from "../domain/seats.ts";
import type { ZoneView } from "../ports/zone-view.ts";

/** The zone as this process holds it, to be brought up to date. */
export interface HeldZone extends ZoneView {
  /** Goes by another manifest from now on. It must have been judged before. */
  adopt(zone: Zone): void;
  /** Notes the set that a gateway goes by. @returns whether that is news */
  learn(chain: ChainId, set: ValidatorSet): boolean;
}

/** Holds a zone, beginning with a verified manifest. */
export function holdZone(first: Zone): HeldZone {
  let zone = first;
  let lanes: ReadonlySet<Bytes32> = laneIds(first);
  let sets: readonly ValidatorSet[] | undefined;
  const gateways = new Map<ChainId, ValidatorSet>();
  /** A gateway that was not asked yet goes by the set that the zone began with. */
  const on = (chain: ChainId) => gateways.get(chain) ?? genesisSet(zone.manifest);

  return {
    get zone() {
      return zone;
    },
    hasLane: (laneId) => lanes.has(laneId),
    on,
    sets() {
      sets ??= distinct([...zone.manifest.chains.map(({ id }) => on(id)), zone.validatorSet]);
      return sets;
    },
    adopt(next) {
      zone = next;
      lanes = laneIds(next);
      sets = undefined;
    },
    learn(chain, set) {
      const known = gateways.get(chain);
      if (known !== undefined && known.epoch >= set.epoch) return false;
      gateways.set(chain, set);
      sets = undefined;
      return true;
    },
  };
}

const laneIds = (zone: Zone) => new Set(zoneLanes(zone).map(({ id }) => id));

/** Each set once, the newest last. */
function distinct(sets: readonly ValidatorSet[]): ValidatorSet[] {
  const byText = new Map(sets.map((set) => [setText(set), set]));
  return [...byText.values()].sort((a, b) => a.epoch - b.epoch);
}
