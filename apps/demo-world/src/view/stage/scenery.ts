import type { Color, Group, PerspectiveCamera } from "three";
import type { Crossing } from "../../sim/crossing/crossing.ts";
import type { Detail } from "../../sim/detail/detail.ts";
import type { Platform } from "../../sim/protocol/platform.ts";
import type { World } from "../../sim/world/world.ts";

/** What every part of the view is told, each frame. One object, changed in place. */
export interface Frame {
  world: World;
  /** Since the last frame. */
  seconds: number;
  /** Of what drifts and sways; stands still where somebody wants less motion. */
  driftTime: number;
  camera: PerspectiveCamera;
  crossing: Crossing | undefined;
  detail: Detail;
  reducedMotion: boolean;
}

/** How a place is told what its platform says. */
export interface SceneryNews {
  platform: Platform | undefined;
  /** The platform on the other side, for a sign that names it. */
  locale: "en" | "ja";
  imageUrl(cid: string): string;
}

/** A place, drawn: everything in it but the people. */
export interface Scenery {
  readonly group: Group;
  /** What is seen where nothing is. */
  readonly background: Color;
  /** Names, colours, pictures; called again when they change. */
  tell(news: SceneryNews): void;
  update(frame: Frame): void;
  dispose(): void;
}
