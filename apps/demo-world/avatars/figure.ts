import type { Surface } from "./geometry/surface.ts";
import type { Vector } from "./geometry/vector.ts";
import type { Atlas } from "./paint/atlas.ts";
import type { Build } from "./rig/build.ts";
import type { Collider, Spring } from "./rig/springs.ts";

/** A whole figure, ready to be written as VRM. */
export interface Figure {
  id: string;
  nameEn: string;
  nameJa: string;
  build: Build;
  /** The heights of the crown and of the chin. */
  head: readonly [crown: number, chin: number];
  /** Where the left eye turns about. */
  eye: Vector;
  surface: Surface;
  springs: readonly Spring[];
  colliders: readonly Collider[];
  atlas: Atlas;
  /** The thumbnail's background: the colour behind, as six hex digits above and below. */
  backdrop: readonly [string, string];
}
