import { chooseLabels, type LabelBox } from "../../../sim/labels/choose-labels.ts";
import type { Box, SpotKind } from "../../../sim/place/place.ts";
import { placeOf } from "../../../sim/place/places.ts";
import type { World } from "../../../sim/world/world.ts";

/** How the map is drawn. */
export interface PlanColours {
  /** How many metres its shorter side shows. */
  metres: number;
  font: string;
}

const GROUND = { minato: "#f0e3cf", garan: "#23303d", corridor: "#0d3d52" } as const;
const SOLID = { minato: "#b48a5a", garan: "#6f7f8d", corridor: "#2a6d80" } as const;
const INK = { minato: "#24384a", garan: "#eef2ee", corridor: "#eef6f2" } as const;
const SPOT: Record<SpotKind, string> = {
  booth: "#1b6d68",
  gifts: "#c9452c",
  artwork: "#e2bd77",
  gate: "#d7664a",
  easel: "#9fc2ff",
  market: "#8a6bb0",
};

/** Draws the world from above, oneself in the middle. */
export type DrawPlan = (drawing: CanvasRenderingContext2D, world: World) => void;

/** A painter of maps; it remembers whose names it showed. */
export function createPlan(colours: PlanColours): DrawPlan {
  let named: ReadonlySet<number> = new Set();
  return (drawing, world) => {
    named = drawPlan(drawing, world, colours, named);
  };
}

function drawPlan(
  drawing: CanvasRenderingContext2D,
  world: World,
  { metres, font }: PlanColours,
  before: ReadonlySet<number>,
): ReadonlySet<number> {
  const { width, height } = drawing.canvas;
  const scale = Math.min(width, height) / metres;
  const place = placeOf(world.place);
  drawing.fillStyle = "#0b3547";
  drawing.fillRect(0, 0, width, height);
  drawing.save();
  drawing.translate(width / 2, height / 2);
  drawing.scale(scale, scale);
  drawing.translate(-world.me.x, -world.me.z);
  const fill = (colour: string, { minX, maxX, minZ, maxZ }: Omit<Box, "height">) => {
    drawing.fillStyle = colour;
    drawing.fillRect(minX, minZ, maxX - minX, maxZ - minZ);
  };
  fill(GROUND[world.place], place.bounds);
  for (const solid of place.solids) fill(SOLID[world.place], solid);
  for (const { leadsTo, leaf } of place.doors) {
    fill(world.open.has(leadsTo) ? "#ffd27a" : "#7a3b2e", leaf);
  }
  for (const { kind, x, z } of place.spots) disc(drawing, SPOT[kind], x, z, 0.28);
  drawing.font = `${LETTERS}px ${font}`;
  drawing.textAlign = "center";
  const everybody = [...world.others.values(), { ...world.me, id: ME }];
  const boxes = everybody.map((one) => nameBox(drawing, one, world.me));
  const named = chooseLabels(boxes, Number.POSITIVE_INFINITY, before);
  for (const one of everybody) {
    body(drawing, one.id === ME ? "#b93a24" : "#2f7f78", one);
    drawing.fillStyle = INK[world.place];
    if (named.has(one.id)) drawing.fillText(one.name, one.x, one.z - ABOVE);
  }
  drawing.restore();
  return named;
}

/** Nobody else's number is 0. */
const ME = 0;
/** How large names are written, and how far above their owners, in metres. */
const LETTERS = 0.42;
const ABOVE = 0.55;

/** Where a name would be written; oneself goes before others, then whoever is nearer. */
function nameBox(
  drawing: CanvasRenderingContext2D,
  { id, x, z, name }: Shown,
  me: { x: number; z: number },
): LabelBox {
  const half = drawing.measureText(name).width / 2;
  return {
    id,
    rank: id === ME ? 0 : 1,
    depth: 1 + Math.hypot(x - me.x, z - me.z),
    left: x - half,
    right: x + half,
    bottom: ABOVE - z,
    top: ABOVE - z + LETTERS,
  };
}

interface Shown {
  id: number;
  x: number;
  z: number;
  heading: number;
  name: string;
}

function body(drawing: CanvasRenderingContext2D, colour: string, { x, z, heading }: Shown): void {
  disc(drawing, colour, x, z, 0.36);
  disc(drawing, "#ffffff", x + Math.sin(heading) * 0.3, z + Math.cos(heading) * 0.3, 0.1);
}

function disc(drawing: CanvasRenderingContext2D, colour: string, x: number, z: number, r: number) {
  drawing.fillStyle = colour;
  drawing.beginPath();
  drawing.arc(x, z, r, 0, 2 * Math.PI);
  drawing.fill();
}
