import { useEffect, useRef } from "react";
import type { PlanColours } from "../../ui/world/plan/draw-plan.ts";
import { createPlan } from "../../ui/world/plan/draw-plan.ts";
import { walkTo } from "./act.ts";
import { stepVisit } from "./step.ts";
import type { Visit } from "./visit.ts";

const MILLISECONDS = 1_000;
/** A map needs no more than this many pictures a second: whoever sees it has a slow machine. */
const INTERVAL = MILLISECONDS / 24;

/** The world from above, for browsers that cannot draw in three dimensions. Everything works in it. */
export function PlanView({ visit, label }: { visit: Visit; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    visit.stores.place.setState({ isFlat: true });
    visit.stores.arrival.setState({ loaded: { done: 1, of: 1, isReady: true } });
    const drawing = canvas.current?.getContext("2d");
    if (!drawing) return;
    const draw = createPlan(readColours());
    let last = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      frame = requestAnimationFrame(step);
      if (now - last < INTERVAL) return;
      stepVisit(visit, (now - last) / MILLISECONDS);
      last = now;
      fit(drawing.canvas);
      draw(drawing, visit.world);
    });
    return () => cancelAnimationFrame(frame);
  }, [visit]);
  return (
    <canvas
      ref={canvas}
      className="scene plan"
      role="img"
      aria-label={label}
      onClick={({ clientX, clientY, currentTarget }) => {
        const { width, height } = currentTarget.getBoundingClientRect();
        const scale = Math.min(width, height) / PLAN_METRES;
        const { x, z } = visit.world.me;
        walkTo(visit, {
          x: x + (clientX - width / 2) / scale,
          z: z + (clientY - height / 2) / scale,
        });
      }}
    />
  );
}

/** How much of the world the map shows, across its shorter side. */
const PLAN_METRES = 16;

function fit(canvas: HTMLCanvasElement): void {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
}

function readColours(): PlanColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return { metres: PLAN_METRES, font: read("--sans") || "sans-serif" };
}
