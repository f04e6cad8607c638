/** A place on the chart. */
export interface Point {
  x: number;
  y: number;
}

/** A chain's gate on the chart: the point is the middle of its foot. */
export interface ChartGate extends Point {
  chain: string;
}

/** A lane's current on the chart. */
export interface ChartLane {
  laneId: string;
  originChain: string;
  destinationChain: string;
  /** A quadratic curve, as an SVG path from the origin's gate to the destination's. */
  path: string;
  /** Where the lane's counts are written, beside the current. */
  label: Point;
  /** The way the lane runs on the chart. */
  arrow: "→" | "←" | "↓" | "↑";
}

/** Everything that the chart draws, in a box of `width` by `height`. */
export interface Chart {
  width: number;
  height: number;
  gates: ChartGate[];
  lanes: ChartLane[];
}

interface LaneEnds {
  laneId: string;
  originChain: string;
  destinationChain: string;
}

/** Lays chains out as gates on the sea floor, and lanes as currents between them. */
export function layoutChart(
  chains: readonly string[],
  lanes: readonly LaneEnds[],
  shape: "wide" | "tall",
): Chart {
  const gates = shape === "wide" ? placeAlongFloor(chains) : placeInColumn(chains);
  const places = new Map(gates.map((gate, index) => [gate.chain, { gate, index }]));
  const drawn: ChartLane[] = [];
  for (const lane of lanes) {
    const from = places.get(lane.originChain);
    const to = places.get(lane.destinationChain);
    if (from === undefined || to === undefined || from === to) continue;
    const steps = to.index - from.index;
    const bend =
      shape === "wide" ? bendWide(from.gate, to.gate, steps) : bendTall(from.gate, to.gate, steps);
    drawn.push({ ...lane, ...bend });
  }
  const last = gates.at(-1)?.y ?? FIRST_GATE;
  const size = shape === "wide" ? { width: 1_000, height: 400 } : { width: 400, height: last + 92 };
  return { ...size, gates, lanes: drawn };
}

const MARGIN = 150;
/** Where the topmost gate of a column stands. */
const FIRST_GATE = 148;

function placeAlongFloor(chains: readonly string[]): ChartGate[] {
  const gap = (1_000 - 2 * MARGIN) / Math.max(chains.length - 1, 1);
  const start = chains.length === 1 ? 500 : MARGIN;
  return chains.map((chain, index) => ({ chain, x: start + gap * index, y: 310 }));
}

function placeInColumn(chains: readonly string[]): ChartGate[] {
  return chains.map((chain, index) => ({ chain, x: 200, y: FIRST_GATE + 320 * index }));
}

function bendWide(from: Point, to: Point, steps: number) {
  const forward = steps > 0;
  const reach = Math.abs(to.x - from.x);
  const rise = forward ? Math.min(0.44 * reach, 310) : Math.min(0.07 * reach, 90);
  const lift = forward ? 62 : 34;
  const side = Math.sign(steps) * 62;
  const start = { x: from.x + side, y: from.y - lift };
  const end = { x: to.x - side, y: to.y - lift };
  const middle = { x: (start.x + end.x) / 2, y: start.y - rise };
  return curve(start, middle, end, forward ? "→" : "←", { x: 0, y: forward ? -30 : 30 });
}

function bendTall(from: Point, to: Point, steps: number) {
  const down = steps > 0;
  const side = down ? 1 : -1;
  const start = { x: from.x + side * 58, y: from.y - 24 };
  const end = { x: to.x + side * 58, y: to.y - 24 };
  const middle = { x: from.x + side * (190 + 20 * Math.abs(steps)), y: (start.y + end.y) / 2 };
  return curve(start, middle, end, down ? "↓" : "↑", { x: -side * 68, y: 0 });
}

function curve(start: Point, middle: Point, end: Point, arrow: ChartLane["arrow"], aside: Point) {
  const at = (point: Point) => `${round(point.x)} ${round(point.y)}`;
  const label = {
    x: round((start.x + 2 * middle.x + end.x) / 4 + aside.x),
    y: round((start.y + 2 * middle.y + end.y) / 4 + aside.y),
  };
  return { path: `M ${at(start)} Q ${at(middle)} ${at(end)}`, label, arrow };
}

const round = (value: number) => Math.round(value * 10) / 10;
