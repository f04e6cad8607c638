import { useMemo } from "react";
import { type Chart, type ChartLane, layoutChart } from "../../sim/chart.ts";
import { lanePearls, type Pearl } from "../../sim/lane-traffic.ts";
import type { LaneCounts } from "../../sim/node-api.ts";
import { useMedia } from "../parts/use-media.ts";
import { useWords, useWorldState } from "../world-context.tsx";
import { useManifest, useZoneNames } from "../zone-names.ts";
import { Gate } from "./gate.tsx";
import { Sea } from "./sea.tsx";

const FLOOR = { wide: 96, tall: 78 };

/** The zone as a picture: chains are gates on the sea floor, lanes are currents, transfers are pearls. */
export function LaneChart({ lanes }: { lanes: readonly LaneCounts[] }) {
  const words = useWords();
  const names = useZoneNames();
  const manifest = useManifest();
  const shape = useMedia("(max-width: 640px)") ? "tall" : "wide";
  const book = useWorldState("transfers", (state) => state.book);
  const pearls = useMemo(() => lanePearls(book), [book]);
  const chart = useMemo(
    () => layoutChart(manifest?.chains.map(({ id }) => id) ?? [], lanes, shape),
    [manifest, lanes, shape],
  );
  const moving = lanes.reduce((sum, lane) => sum + Math.max(lane.count - lane.delivered, 0), 0);
  const arrivals = (chain: string) =>
    lanes
      .filter((lane) => lane.destinationChain === chain)
      .reduce((sum, lane) => sum + lane.delivered, 0);

  return (
    <svg
      className="chart"
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      role="img"
      aria-label={words.lanes.chart(chart.lanes.length, moving)}
    >
      <PearlPaint />
      <Sea width={chart.width} height={chart.height} floor={FLOOR[shape]} />
      {chart.lanes.map((lane) => (
        <Current key={lane.laneId} path={lane.path} busy={isBusy(lanes, lane.laneId)} />
      ))}
      {chart.gates.map((gate) => (
        <g key={gate.chain} transform={`translate(${gate.x} ${gate.y})`}>
          <Gate
            name={names.chain(gate.chain)}
            platforms={names.platforms(gate.chain).join(" · ")}
            afloat={shape === "tall"}
            arrivals={arrivals(gate.chain)}
          />
        </g>
      ))}
      <Pearls chart={chart} pearls={pearls} />
      {chart.lanes.map((lane) => (
        <LaneLabel
          key={lane.laneId}
          drawn={lane}
          lane={lanes.find((one) => one.laneId === lane.laneId)}
        />
      ))}
    </svg>
  );
}

const isBusy = (lanes: readonly LaneCounts[], laneId: string) =>
  lanes.some((lane) => lane.laneId === laneId && lane.count > lane.delivered);

const Current = ({ path, busy }: { path: string; busy: boolean }) => (
  <g className="current" data-busy={busy}>
    <path className="current-bed" d={path} />
    <path className="current-drift" d={path} />
  </g>
);

function Pearls({ chart, pearls }: { chart: Chart; pearls: readonly Pearl[] }) {
  const paths = new Map(chart.lanes.map((lane) => [lane.laneId, lane.path]));
  return pearls.map(({ messageId, laneId, progress, state }) => {
    const path = paths.get(laneId);
    if (path === undefined) return null;
    const place = { offsetPath: `path("${path}")`, offsetDistance: `${progress * 100}%` };
    return (
      <g key={messageId} className="pearl" data-state={state} style={place}>
        <circle className="pearl-halo" r="12.5" />
        <circle className="pearl-body" r="7.5" />
      </g>
    );
  });
}

const PearlPaint = () => (
  <defs>
    <radialGradient id="pearl-paint" cx="0.36" cy="0.3" r="0.8">
      <stop className="pearl-light" offset="0" />
      <stop className="pearl-mid" offset="0.55" />
      <stop className="pearl-edge" offset="1" />
    </radialGradient>
  </defs>
);

function LaneLabel({ drawn, lane }: { drawn: ChartLane; lane: LaneCounts | undefined }) {
  if (lane === undefined) return null;
  return (
    <g className="lane-label" transform={`translate(${drawn.label.x} ${drawn.label.y})`}>
      <rect x="-56" y="-15" width="112" height="30" rx="15" />
      <text y="5.5">
        {drawn.arrow} {lane.delivered} / {lane.count}
      </text>
    </g>
  );
}
