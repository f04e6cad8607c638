import type { Scene } from "three";
import type { Detail } from "../../sim/detail/detail.ts";
import type { PlaceSlug } from "../../sim/place/place.ts";
import type { Frame, Scenery, SceneryNews } from "./scenery.ts";

/** Makes a place's scenery; each in a chunk of its own. */
export type SceneryMakers = Record<PlaceSlug, (detail: Detail) => Promise<Scenery>>;

/** The places as they are drawn: one at a time, each made when it is first needed and kept. */
export interface Stage {
  /** Shows the place that the world says, as soon as it is made. Answers whether it is shown. */
  update(frame: Frame): boolean;
  /** Makes a place ahead of time. */
  prepare(place: PlaceSlug): Promise<void>;
  tell(place: PlaceSlug, news: SceneryNews): void;
  dispose(): void;
}

/** See {@link Stage}. */
export function createStage(scene: Scene, makers: SceneryMakers, detail: Detail): Stage {
  const made = new Map<PlaceSlug, Scenery>();
  const making = new Map<PlaceSlug, Promise<void>>();
  const told = new Map<PlaceSlug, SceneryNews>();
  let shown: PlaceSlug | undefined;
  let disposed = false;

  async function make(place: PlaceSlug): Promise<void> {
    const scenery = await makers[place](detail);
    if (disposed) {
      scenery.dispose();
      return;
    }
    made.set(place, scenery);
    const news = told.get(place);
    if (news !== undefined) scenery.tell(news);
  }

  function prepare(place: PlaceSlug): Promise<void> {
    const known = making.get(place);
    if (known !== undefined) return known;
    const promise = make(place);
    making.set(place, promise);
    // A chunk that did not come is asked for again when it is next needed.
    promise.catch(() => making.delete(place));
    return promise;
  }

  function show(place: PlaceSlug, scenery: Scenery): void {
    const before = shown === undefined ? undefined : made.get(shown);
    if (before !== undefined) scene.remove(before.group);
    scene.add(scenery.group);
    scene.background = scenery.background;
    shown = place;
  }

  return {
    prepare,
    update(frame) {
      const { place } = frame.world;
      const scenery = made.get(place);
      if (scenery === undefined) {
        prepare(place).catch(() => undefined);
        return false;
      }
      if (shown !== place) show(place, scenery);
      scenery.update(frame);
      return true;
    },
    tell(place, news) {
      told.set(place, news);
      made.get(place)?.tell(news);
    },
    dispose() {
      disposed = true;
      for (const { group, dispose } of made.values()) {
        scene.remove(group);
        dispose();
      }
      made.clear();
    },
  };
}
