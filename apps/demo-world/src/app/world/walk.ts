import { toldNothing } from "../../sim/body/tell.ts";
import type { PlaceSlug, PlatformSlug } from "../../sim/place/place.ts";
import { doorTo, placeOf } from "../../sim/place/places.ts";
import { enterPlace } from "../../sim/world/world.ts";
import { readBelongings } from "./belongings.ts";
import { endCrossing, enterGate } from "./gate.ts";
import { joinPeople } from "./link.ts";
import type { Visit } from "./visit.ts";

/** One has walked through an open door. */
export function walkThrough(visit: Visit, from: PlaceSlug, to: PlaceSlug): void {
  const { world, stores } = visit;
  const at = doorTo(to, from)?.stepOut ?? placeOf(to).arrival;
  visit.route = [];
  enterPlace(world, to, at);
  Object.assign(visit.told, toldNothing());
  stores.panel.setState({ open: undefined });
  stores.place.setState({ place: to, near: undefined, people: 1 });
  if (to === "corridor") {
    visit.link?.tell({ t: "away" });
    if (from !== "corridor") enterGate(visit, from);
    return;
  }
  stepOut(visit, to, at);
}

function stepOut(visit: Visit, to: PlatformSlug, at: { x: number; z: number; heading: number }) {
  const { stores, world } = visit;
  const came = stores.place.getState().platform;
  putAwayWhatIsElsewhere(visit, to);
  if (to === came) {
    // Whoever cannot be told is told by the next hello.
    visit.link?.tell({ t: "back", at });
    if (world.me.held !== null) visit.link?.tell({ t: "hold", token: world.me.held });
  } else {
    stores.place.setState({ platform: to });
    joinPeople(visit, to);
  }
  endCrossing(visit);
  stores.belongings.setState({ held: world.me.held });
  void readBelongings(visit);
}

/** What is not on this world's chain is not in the hand here. */
function putAwayWhatIsElsewhere({ world, stores }: Visit, to: PlatformSlug): void {
  const { platforms } = stores.place.getState();
  if (world.me.held?.chain !== platforms[to]?.chain) world.me.held = null;
}
