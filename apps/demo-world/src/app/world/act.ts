import { saidSeconds } from "../../sim/people/hear.ts";
import { isPeoplesFrame } from "../../sim/place/garan.ts";
import type { PlaceSlug, SpotKind } from "../../sim/place/place.ts";
import { doorTo, placeOf } from "../../sim/place/places.ts";
import { findRoute } from "../../sim/place/route.ts";
import type { Emote } from "../../sim/protocol/references.ts";
import { cleanSaid } from "../../sim/text/said.ts";
import { closedDoors } from "../../sim/world/world.ts";
import type { Panel } from "../../stores/world/panel-store.ts";
import { notice } from "./notices.ts";
import type { Visit } from "./visit.ts";

/** What one can do with one's body and voice. */
export function bodyActions(visit: Visit) {
  const { world, stores } = visit;
  return {
    open: (panel: Panel | undefined) => stores.panel.setState({ open: panel }),
    actHere: () => openNear(visit),
    walkTo(kind: string, id: string) {
      const spot = placeOf(world.place).spots.find((one) => one.kind === kind && one.id === id);
      if (spot !== undefined) walkTo(visit, spot);
    },
    walkThrough(to: PlaceSlug) {
      const door = doorTo(world.place, to);
      if (door === undefined || !world.open.has(to)) return;
      const { minX, maxX, minZ, maxZ } = door.threshold;
      stores.panel.setState({ open: undefined });
      walkTo(visit, { x: (minX + maxX) / 2, z: (minZ + maxZ) / 2 });
    },
    say(text: string, booth?: string): boolean {
      const said = cleanSaid(text);
      if (said === "") return false;
      const isHeard =
        visit.link?.tell({ t: "say", text: said, ...(booth === undefined ? {} : { booth }) }) ??
        false;
      if (!isHeard) notice(visit, "not-heard", "warning");
      else if (booth === undefined) {
        world.me.said = { text: said, until: world.time + saidSeconds(said) };
      }
      return isHeard;
    },
    emote(kind: Emote) {
      world.me.emote = { kind, since: world.time };
      visit.link?.tell({ t: "emote", emote: kind });
    },
    push(x: number, y: number) {
      visit.stick.x = x;
      visit.stick.y = y;
    },
    retryLink: () => visit.link?.retryNow(),
  };
}

/** Walks to a point of the floor, round what is in the way. */
export function walkTo(visit: Visit, to: { x: number; z: number }): void {
  const { world } = visit;
  const route = findRoute(placeOf(world.place), world.me, to, closedDoors(world));
  if (route.length === 0) notice(visit, "no-way");
  world.input.goal = undefined;
  visit.route = route;
}

/** Opens what is near. */
export function openNear({ stores }: Visit): void {
  const { near, platforms, platform } = stores.place.getState();
  if (near === undefined) return;
  const panel = panelOf(near.kind, near.id);
  if (panel !== undefined) stores.panel.setState({ open: panel });

  function panelOf(kind: SpotKind, id: string): Panel | undefined {
    if (kind === "gifts") return { kind: "gifts" };
    if (kind === "gate" || kind === "easel" || kind === "market") return { kind };
    const isHung = platforms[platform]?.gallery?.artworks.some(({ spot }) => spot === id);
    // An empty frame waits for a work.
    if (kind === "artwork" && isPeoplesFrame(id) && isHung !== true) return { kind: "easel" };
    if (kind === "artwork") return { kind, spot: id };
    const found = platforms[platform]?.organisations.find(({ booth }) => String(booth) === id);
    return found === undefined ? undefined : { kind: "booth", organisation: found.slug };
  }
}
