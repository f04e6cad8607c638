import { wait } from "../../services/wait.ts";
import { KEPT, readKept } from "../../services/world/storage.ts";
import { backoff } from "../../sim/backoff.ts";
import { readJournal } from "../../sim/crossing/journal.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";
import { doorTo, placeOf } from "../../sim/place/places.ts";
import { enterPlace } from "../../sim/world/world.ts";
import { readBelongings } from "./belongings.ts";
import { resumeCrossing } from "./gate.ts";
import { joinPeople } from "./link.ts";
import { resumeMaking } from "./making.ts";
import { wearOwnFile } from "./own-file.ts";
import { hearGallery } from "./platform-news.ts";
import { problemOf } from "./problem-code.ts";
import { sessionAt } from "./session.ts";
import { heavy, type Visit } from "./visit.ts";

/** Goes in with the account that is open: reads the zone, signs in, joins the people. */
export async function enterWorld(visit: Visit): Promise<void> {
  const { arrival, place } = visit.stores;
  visit.end = new AbortController();
  arrival.setState({ stage: "entering", problem: undefined, busy: "zone" });
  try {
    const slug = await loadHere(visit);
    arrival.setState({ busy: "sign-in" });
    await sessionAt(visit, slug);
    standIn(visit, slug);
    joinPeople(visit, place.getState().platform);
    arrival.setState({ stage: "inside", busy: undefined, isReturning: true });
    void findOtherWorlds(visit);
    void readBelongings(visit);
    void wearOwnFile(visit);
    hearGallery(visit);
    resumeMaking(visit);
    resumeCrossing(visit);
  } catch (error) {
    arrival.setState({ busy: undefined, problem: problemOf(error) });
  }
}

/** The zone, and the platform that serves this page. */
async function loadHere(visit: Visit): Promise<PlatformSlug> {
  const { place } = visit.stores;
  const { loadZoneHere, loadPlatform, openChains } = await heavy();
  if (visit.zone === undefined) {
    visit.zone = await loadZoneHere(visit.end.signal);
    visit.chains = openChains(visit.zone);
  }
  const platform = await loadPlatform(location.origin, visit.zone, visit.end.signal);
  place.setState(({ platforms }) => ({
    platforms: { ...platforms, [platform.slug]: platform },
    platform: platform.slug,
    place: platform.slug,
    near: undefined,
  }));
  return platform.slug;
}

/** Where one stands at first: in the corridor, where a walk through the gate was broken off. */
function standIn(visit: Visit, slug: PlatformSlug): void {
  const { world, stores } = visit;
  const { visitor } = stores.arrival.getState();
  Object.assign(world.me, { name: visitor.name, avatar: visitor.avatar });
  const account = visit.account?.wallet.address ?? "";
  const crossing = readJournal(readKept(KEPT.crossing), account);
  stores.crossing.setState({ crossing, admission: undefined });
  // What is parked may stay so for days: nobody is kept in the corridor for it.
  if (crossing === undefined || crossing.from !== slug || crossing.phase === "parked") {
    enterPlace(world, slug, placeOf(slug).arrival);
    return;
  }
  const door = doorTo("corridor", slug);
  enterPlace(world, "corridor", door?.stepOut ?? placeOf("corridor").arrival);
  world.me.held = crossing.arrived ?? crossing.token;
  stores.place.setState({ place: "corridor" });
}

/** Reads what the zone's other worlds say of themselves, for as long as one of them is silent. */
async function findOtherWorlds(visit: Visit): Promise<void> {
  const { stores, zone, end } = visit;
  const { loadPlatform } = await heavy();
  if (zone === undefined) return;
  const here = Object.values(stores.place.getState().platforms).map(({ chain }) => chain);
  const others = zone.manifest.platforms.filter(({ chain }) => !here.includes(chain));
  await Promise.all(
    others.map(async ({ url }) => {
      for (let tries = 1; url !== undefined && !end.signal.aborted; tries++) {
        try {
          const platform = await loadPlatform(url, zone, end.signal);
          stores.place.setState(({ platforms }) => ({
            platforms: { ...platforms, [platform.slug]: platform },
          }));
          return await readBelongings(visit);
        } catch {
          await wait(backoff(tries, 1_000, 10_000), end.signal);
        }
      }
    }),
  );
}
