import type { Input } from "../body/me.ts";
import type { Camera } from "../camera/camera.ts";
import { turnCamera } from "../camera/camera.ts";

/** What a key does while it is held down. */
export type HeldKey = "forward" | "back" | "left" | "right" | "turn-left" | "turn-right" | "run";

/** By `KeyboardEvent.code`, so that the keys lie in the same place on every keyboard. */
const HELD: Readonly<Record<string, HeldKey>> = {
  KeyW: "forward",
  KeyS: "back",
  KeyA: "left",
  KeyD: "right",
  ArrowUp: "forward",
  ArrowDown: "back",
  ArrowLeft: "turn-left",
  ArrowRight: "turn-right",
  KeyQ: "turn-left",
  KeyR: "turn-right",
  ShiftLeft: "run",
  ShiftRight: "run",
};

/** How fast a held key turns the camera, in radians a second. */
const TURN_SPEED = 1.9;

/** What a key does while it is held; undefined for keys that the world leaves alone. */
export const heldKey = (code: string): HeldKey | undefined =>
  Object.hasOwn(HELD, code) ? HELD[code] : undefined;

/** Turns the keys that are down, and a stick where there is one, into what the body is asked. */
export function applyKeys(
  down: ReadonlySet<HeldKey>,
  stick: { x: number; y: number },
  input: Input,
  camera: Camera,
  seconds: number,
): void {
  const along = (plus: HeldKey, minus: HeldKey) => Number(down.has(plus)) - Number(down.has(minus));
  const forward = along("forward", "back") - stick.y;
  const right = along("right", "left") + stick.x;
  // A stick that is pushed askew is no faster than one that is pushed straight.
  const length = Math.max(1, Math.hypot(forward, right));
  input.forward = forward / length;
  input.right = right / length;
  input.run = down.has("run") || Math.hypot(stick.x, stick.y) > 0.95;
  const turn = along("turn-left", "turn-right");
  if (turn !== 0) turnCamera(camera, turn * TURN_SPEED * seconds, 0, 1);
}

/** A thumb's way from where it touched, in pixels, as a stick's: from -1 to 1 each way, in a circle. */
export function stickFrom(dx: number, dy: number, reach: number): { x: number; y: number } {
  const length = Math.max(Math.hypot(dx, dy), reach);
  return { x: dx / length, y: dy / length };
}
