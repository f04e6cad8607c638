import type { PerspectiveCamera } from "three";
import { LOOK_HEIGHT } from "../../sim/camera/camera.ts";
import type { World } from "../../sim/world/world.ts";

/** Puts three's camera where the world's is. */
export function followCamera(camera: PerspectiveCamera, { camera: from, me }: World): void {
  camera.position.set(from.x, from.y, from.z);
  camera.lookAt(me.x, LOOK_HEIGHT, me.z);
}
