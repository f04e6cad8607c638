import { type PointerEvent, type ReactNode, useRef, type WheelEvent } from "react";
import { turnCamera } from "../../sim/camera/camera.ts";
import { floorUnder } from "../../sim/camera/pick.ts";
import { walkTo } from "./act.ts";
import type { Visit } from "./visit.ts";

/** Radians for a pixel. */
const TURN = 0.0055;
const TILT = 0.0042;
/** A touch that moves less than this is a tap, in pixels; and lasts less than that, in milliseconds. */
const TAP_REACH = 8;
const TAP_TIME = 350;
const ZOOM = 1.0012;

interface Grip {
  id: number;
  x: number;
  y: number;
  moved: number;
  at: number;
}

interface PointerProps {
  visit: Visit;
  /** What the picture shows, for who does not see it. */
  label: string;
  children: ReactNode;
}

/** Looks around by dragging, walks by tapping, zooms by the wheel. */
export function Pointer({ visit, label, children }: PointerProps) {
  const grip = useRef<Grip | undefined>(undefined);
  const { world } = visit;

  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current !== undefined || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { pointerId: id, clientX: x, clientY: y } = event;
    grip.current = { id, x, y, moved: 0, at: performance.now() };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const now = grip.current;
    if (now === undefined || now.id !== event.pointerId) return;
    const [dx, dy] = [event.clientX - now.x, event.clientY - now.y];
    now.moved += Math.hypot(dx, dy);
    now.x = event.clientX;
    now.y = event.clientY;
    if (now.moved > TAP_REACH) turnCamera(world.camera, -dx * TURN, dy * TILT, 1);
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    const last = grip.current;
    if (last === undefined || last.id !== event.pointerId) return;
    grip.current = undefined;
    const isTap = last.moved <= TAP_REACH && performance.now() - last.at < TAP_TIME;
    if (isTap && event.type === "pointerup") tap(visit, event);
  };
  return (
    <div
      className="scene"
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onWheel={(event: WheelEvent) => turnCamera(world.camera, 0, 0, ZOOM ** event.deltaY)}
    >
      {children}
    </div>
  );
}

function tap(visit: Visit, event: PointerEvent<HTMLDivElement>): void {
  const box = event.currentTarget.getBoundingClientRect();
  const right = ((event.clientX - box.left) / box.width) * 2 - 1;
  const up = 1 - ((event.clientY - box.top) / box.height) * 2;
  const { world } = visit;
  const at = floorUnder(world.camera, world.me, right, up, box.width / box.height);
  if (at !== undefined) walkTo(visit, at);
}
