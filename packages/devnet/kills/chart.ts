import { spreadOf } from "../bench/bridge/figures.ts";
import { drawing, element, path, text, ticks } from "../bench/bridge/svg.ts";
import type { Misfortune } from "./misfortune.ts";
import type { KillsResult } from "./run-kills.ts";

const WIDTH = 860;
const HEIGHT = 380;
const PLOT = { x: 64, y: 60, width: 760, height: 250 };
const TITLE = "Transfers while processes are killed";
const HEADROOM = 1.05;
const MINUTE = 60_000;
/** As many as stand side by side. */
const MOMENTS = 190;

const STYLE = `
text{font:12px system-ui,sans-serif;fill:#57606a}.title{font-size:17px;font-weight:600;fill:#1f2328}
.grid{stroke:#d0d7de}.longest{stroke:#54aeff;stroke-width:3;opacity:.45}.median{stroke:#0969da;stroke-width:2;stroke-linejoin:round}
.node{stroke:#cf222e;fill:#cf222e}.chain{stroke:#8250df;fill:#8250df}.endpoint{stroke:#bf8700;fill:#bf8700}
@media(prefers-color-scheme:dark){text{fill:#9198a1}.title{fill:#f0f6fc}.grid{stroke:#30363d}}`;

const MARKS = {
  node: "nodes killed or restarted",
  chain: "a chain killed or stopped",
  endpoint: "an endpoint broken",
};

/** One moment's transfers: how long the middle one and the longest took, in milliseconds. */
interface Moment {
  at: number;
  p50: number;
  max: number;
}

/** Draws how long transfers took over the minutes, above a line of what went wrong. */
export function drawKills({ traffic, misfortunes, began }: KillsResult): string {
  const took = traffic.standing.flatMap(({ sentAt, arrivedAt }) =>
    arrivedAt === undefined ? [] : [{ at: sentAt - began, took: arrivedAt - sentAt }],
  );
  const last = Math.max(...took.map(({ at }) => at), ...misfortunes.map(({ at }) => at));
  const most = (Math.max(...took.map((one) => one.took)) * HEADROOM) / 1_000;
  const across = (milliseconds: number) => PLOT.x + (milliseconds / last) * PLOT.width;
  const up = (seconds: number) => PLOT.y + PLOT.height - (seconds / most) * PLOT.height;
  const moments = momentsOf(took, last);
  const bars = moments.map(({ at, p50, max }) => {
    const x = across(at);
    const [from, to] = [up(p50 / 1_000), up(max / 1_000)];
    return path(
      [
        [x, from],
        [x, to],
      ],
      { class: "longest" },
    );
  });
  return drawing(
    { width: WIDTH, height: HEIGHT, title: TITLE, style: STYLE },
    text(24, 30, TITLE, { class: "title" }),
    text(PLOT.x, PLOT.y - 8, "seconds from sent to arrived: median, longest"),
    ...ticks(most).flatMap((n) => [
      path(
        [
          [PLOT.x, up(n)],
          [PLOT.x + PLOT.width, up(n)],
        ],
        { class: "grid" },
      ),
      text(PLOT.x - 8, up(n) + 4, `${n} s`, { "text-anchor": "end" }),
    ]),
    ...ticks(last / MINUTE).map((minute) =>
      text(across(minute * MINUTE), HEIGHT - 12, `${minute} min`, { "text-anchor": "middle" }),
    ),
    ...bars,
    path(
      moments.map(({ at, p50 }) => [across(at), up(p50 / 1_000)] as const),
      { class: "median" },
    ),
    ...misfortunes.map((one) => mark(across(one.at), one)),
    ...Object.entries(MARKS).map(([kind, words], i) => legend(PLOT.x + 290 + i * 172, kind, words)),
  );
}

/** Transfers by when they were sent, in as many moments as a drawing can tell apart. */
function momentsOf(all: readonly { at: number; took: number }[], last: number): Moment[] {
  const width = last / MOMENTS;
  const groups = new Map<number, number[]>();
  for (const { at, took } of all) {
    const moment = Math.floor(at / width);
    groups.set(moment, [...(groups.get(moment) ?? []), took]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([i, group]) => {
      const { p50, max } = spreadOf(group);
      return { at: (i + 0.5) * width, p50, max };
    });
}

function mark(x: number, { kind }: Misfortune): string {
  const what = kind === "endpoint" ? "endpoint" : kind.startsWith("chain") ? "chain" : "node";
  const y = PLOT.y + PLOT.height + 10 + 12 * Object.keys(MARKS).indexOf(what);
  return path(
    [
      [x, y],
      [x, y + 9],
    ],
    { class: what },
  );
}

const legend = (x: number, kind: string, words: string): string =>
  element("rect", { x, y: PLOT.y - 17, width: 9, height: 9, class: kind }) +
  text(x + 14, PLOT.y - 8, words);
