import type { PerspectiveCamera, Scene } from "three";
import type { Detail } from "../../sim/detail/detail.ts";
import type { PlaceSlug } from "../../sim/place/place.ts";
import { rgb } from "../build/colour.ts";
import { createVeil } from "../parts/veil.ts";
import { createPeople, type People } from "../people/people.ts";
import type { WorldViewProps } from "../world-view-props.ts";
import { followCamera } from "./follow-camera.ts";
import { SCENERY_MAKERS } from "./makers.ts";
import type { Frame } from "./scenery.ts";
import { createStage, type Stage } from "./stage.ts";

/** Everything that is drawn, and the one list of what happens each frame. */
export interface Show {
  readonly stage: Stage;
  readonly people: People;
  frame(props: WorldViewProps, seconds: number): void;
  dispose(): void;
}

/** See {@link Show}. */
export function createShow(
  scene: Scene,
  camera: PerspectiveCamera,
  detail: Detail,
  props: () => WorldViewProps,
): Show {
  const stage = createStage(scene, SCENERY_MAKERS, detail);
  const people = createPeople(scene, detail, props);
  const veil = createVeil();
  scene.add(veil.mesh);
  const { world, reducedMotion } = props();
  const frame: Frame = {
    world,
    seconds: 0,
    driftTime: 0,
    camera,
    crossing: undefined,
    detail,
    reducedMotion,
  };
  let shown: PlaceSlug | undefined;
  let sinceShown = 0;
  let ready = false;

  const stepsDone = () =>
    Number(shown !== undefined) + Number(people.hasMe() || sinceShown > PATIENCE);

  function tellProgress(): void {
    const steps = stepsDone();
    props().onProgress?.(steps, 2);
    if (ready || steps < 2) return;
    ready = true;
    props().onReady?.();
  }
  let told = -1;

  return {
    stage,
    people,
    frame(now, seconds) {
      frame.world = now.world;
      frame.seconds = Math.min(seconds, 0.25);
      frame.crossing = now.crossing();
      frame.reducedMotion = now.reducedMotion;
      if (!now.reducedMotion) frame.driftTime += frame.seconds;

      now.onStep(seconds);
      const isShown = stage.update(frame);
      people.update(frame);
      followCamera(camera, frame.world);
      // However slow the machine, nobody is blinded for longer than the veil lasts.
      veil.update(seconds);

      if (isShown && shown !== frame.world.place) {
        if (shown !== undefined && !now.reducedMotion) veil.drop(VEILS[frame.world.place]);
        shown = frame.world.place;
        prepareNext(stage, shown);
      }
      if (shown !== undefined) sinceShown += seconds;
      const progress = stepsDone();
      if (progress !== told) {
        told = progress;
        tellProgress();
      }
    },
    dispose() {
      stage.dispose();
      people.dispose();
      scene.remove(veil.mesh);
    },
  };
}

const VEILS = { minato: rgb("#fff1d6"), corridor: rgb("#bff2ee"), garan: rgb("#20304a") } as const;

/** Whose avatar has not come by then goes in without, in seconds. */
const PATIENCE = 10;

/** How long after a place is shown the next one is made, in milliseconds: the first frames come first. */
const LATER = 2_500;

/** Makes the places that may come next, so that nobody waits at a door. */
function prepareNext(stage: Stage, shown: PlaceSlug): void {
  const next: PlaceSlug[] = shown === "corridor" ? ["minato", "garan"] : ["corridor"];
  setTimeout(() => {
    for (const place of next) stage.prepare(place).catch(() => undefined);
  }, LATER);
}
