import type { Figures } from "./figures.ts";
import { PEER } from "./print.ts";
import { drawing, element, path, text, ticks } from "./svg.ts";

const TITLE = "NFTs delivered by five nodes, 3 of 5, blocks of one second";
const WIDTH = 860;
const HEIGHT = 420;
/** The two plots: arrivals over time, and what a transfer costs. */
const ARRIVALS = { x: 64, y: 72, width: 500, height: 280 };
const COST = { x: 650, y: 72, width: 170, height: 280 };
/** Room over the highest value. */
const HEADROOM = 1.05;

const STYLE = `
text{font:12px system-ui,sans-serif;fill:#57606a}
.title{font-size:17px;font-weight:600;fill:#1f2328}.part{font-weight:600;fill:#1f2328}
.grid{stroke:#d0d7de;stroke-width:1}.peer{stroke:#cf222e;stroke-width:2}.peer-text{fill:#cf222e}
.final{stroke:#8c959f;stroke-width:1.5;stroke-dasharray:3 3}
.run{stroke-width:2.5;stroke-linejoin:round}
@media(prefers-color-scheme:dark){text{fill:#9198a1}.title,.part{fill:#f0f6fc}.grid{stroke:#30363d}
.peer{stroke:#ff7b72}.peer-text{fill:#ff7b72}.final{stroke:#656c76}}`;

/** From the smallest run to the largest. */
const COLOURS = ["#54aeff", "#1f8fff", "#8250df", "#bf3989"];

const colour = (i: number) => COLOURS[i % COLOURS.length] ?? "#1f8fff";
const count = (n: number) => Math.round(n).toLocaleString("en-US");

/** Draws how transfers arrived over time, and what each cost, for runs of several sizes. */
export function drawChart(runs: readonly Figures[], machine: string): string {
  const bySize = [...runs].sort((a, b) => a.transfers - b.transfers);
  return drawing(
    { width: WIDTH, height: HEIGHT, title: TITLE, style: STYLE },
    text(ARRIVALS.x - 40, 30, TITLE, { class: "title" }),
    ...arrivals(bySize),
    ...cost(bySize),
    text(ARRIVALS.x - 40, HEIGHT - 10, machine),
  );
}

function arrivals(runs: readonly Figures[]): string[] {
  const seconds = (Math.max(...runs.map(({ span }) => span)) / 1_000) * HEADROOM;
  const most = Math.max(...runs.map(({ transfers }) => transfers)) * HEADROOM;
  const { x, y, width, height } = ARRIVALS;
  const at = ([milliseconds, n]: readonly [number, number]): [number, number] => [
    x + (milliseconds / 1_000 / seconds) * width,
    y + height - (n / most) * height,
  ];
  const curves = runs.flatMap(({ curve, transfers, sustained }, i) => {
    const end = at(curve.delivered.at(-1) ?? [0, 0]);
    return [
      path(curve.final.map(at), { class: "final" }),
      path([[0, 0] as const, ...curve.delivered].map(at), { class: "run", stroke: colour(i) }),
      element("circle", { cx: end[0], cy: end[1], r: 4, fill: colour(i) }),
      text(end[0] - 8, end[1] - 9, `${count(transfers)} at ${sustained.toFixed(0)} a second`, {
        class: "part",
        "text-anchor": "end",
      }),
    ];
  });
  const peer = [[0, 0] as const, [seconds * 1_000, seconds * PEER.rate] as const].map(at);
  return [
    text(x, y - 14, "delivered, by seconds since the first was final (dashed: final)"),
    ...grid(ARRIVALS, most, seconds),
    path(peer, { class: "peer" }),
    text(x + width, y + height - 8, `${PEER.name}: ${PEER.rate} a second`, {
      class: "peer-text",
      "text-anchor": "end",
    }),
    ...curves,
  ];
}

function grid(plot: typeof ARRIVALS, most: number, across: number): string[] {
  const { x, y, width, height } = plot;
  const rows = ticks(most).flatMap((n) => {
    const at = y + height - (n / most) * height;
    return [
      path(
        [
          [x, at],
          [x + width, at],
        ],
        { class: "grid" },
      ),
      text(x - 8, at + 4, count(n), { "text-anchor": "end" }),
    ];
  });
  const columns = ticks(across).map((n) =>
    text(x + (n / across) * width, y + height + 18, `${n} s`, { "text-anchor": "middle" }),
  );
  return [...rows, ...columns];
}

function cost(runs: readonly Figures[]): string[] {
  const each = runs.map(({ programs, transfers }) => (processorOf(programs) * 1_000) / transfers);
  const most = Math.max(...each) * HEADROOM;
  const { x, y, width, height } = COST;
  const step = width / runs.length;
  const bars = runs.flatMap(({ transfers }, i) => {
    const tall = ((each[i] ?? 0) / most) * height;
    const left = x + i * step + step * 0.15;
    const middle = { "text-anchor": "middle" };
    return [
      element("rect", {
        ...{ x: left, y: y + height - tall, width: step * 0.7, height: tall, rx: 3 },
        fill: colour(i),
      }),
      text(left + step * 0.35, y + height - tall - 6, `${each[i]?.toFixed(1)} ms`, middle),
      text(left + step * 0.35, y + height + 18, count(transfers), middle),
    ];
  });
  return [
    text(x, y - 14, "processor time for each"),
    path(
      [
        [x, y + height],
        [x + width, y + height],
      ],
      { class: "grid" },
    ),
    ...bars,
  ];
}

const processorOf = (programs: Figures["programs"]): number =>
  programs.reduce((sum, { cpu }) => sum + cpu, 0);
