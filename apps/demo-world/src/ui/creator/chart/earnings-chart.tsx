import { useRef, useState } from "react";
import { type BarPart, chartScale } from "../../../sim/creator/chart-scale.ts";
import type { ChartUnit, Earned } from "../../../sim/creator/earnings.ts";
import { useCreatorWords, useLanguage } from "../creator-context.tsx";
import { moneyText } from "../money-text.ts";
import { dateText } from "./dates.ts";
import { useWidth } from "./use-width.ts";

interface EarningsChartProps {
  unit: ChartUnit;
  earned: readonly Earned[];
  /** What the chart says, for who does not see it. */
  summary: string;
}

const HEIGHT = 236;
const GROUND = 206;
const SKY = 16;
/** Half of the last date. */
const RIGHT = 16;
/** Room for the scale's words. */
const LEFT = 62;
const FIRST_WIDTH = 640;
const BAR = 0.62;
const MOST_BAR = 34;
const ROUND = 5;
/** Dates nearer than this would touch. */
const LABEL_WIDTH = 46;

/** Bars by day or month, one colour for each kind of earning. The table beside it says the same. */
export function EarningsChart({ unit, earned, summary }: EarningsChartProps) {
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg, FIRST_WIDTH);
  const [pointed, setPointed] = useState<number>();
  const { bars, lines, top } = chartScale(earned);
  const step = Math.max(1, (width - LEFT - RIGHT) / Math.max(1, bars.length));
  const y = (part: number) => GROUND - part * (GROUND - SKY);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / step));
  return (
    <figure className="chart">
      <Readout earned={pointed === undefined ? undefined : earned[pointed]} unit={unit} />
      <svg
        ref={svg}
        role="img"
        aria-label={summary}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        onPointerMove={({ clientX }) => {
          const left = svg.current?.getBoundingClientRect().left ?? 0;
          const at = Math.floor((clientX - left - LEFT) / step);
          setPointed(at >= 0 && at < bars.length ? at : undefined);
        }}
        onPointerLeave={() => setPointed(undefined)}
      >
        {lines.map((line) => (
          <g key={line} className="chart-line" data-ground={line === 0}>
            <line x1={LEFT} x2={width - RIGHT} y1={y(line / top)} y2={y(line / top)} />
            <text x={LEFT - 8} y={y(line / top) + 4} textAnchor="end">
              {axisText(line, language)}
            </text>
          </g>
        ))}
        {bars.map(({ key, parts }, index) => {
          const bar = Math.min(step * BAR, MOST_BAR);
          const x = LEFT + step * index + (step - bar) / 2;
          return (
            <g key={key} className="chart-bar" data-pointed={index === pointed}>
              {parts.map((part, at) => (
                <path
                  key={part.kind}
                  data-kind={part.kind}
                  d={barPath(x, bar, part, at === parts.length - 1, y)}
                />
              ))}
              {(bars.length - 1 - index) % every === 0 && (
                <text x={x + bar / 2} y={GROUND + 20} textAnchor="middle">
                  {dateText(key, unit, "short", language)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** What the bar under the pointer says. */
function Readout({ earned, unit }: { earned: Earned | undefined; unit: ChartUnit }) {
  const words = useCreatorWords().chart;
  const language = useLanguage();
  if (earned === undefined) return <Legend />;
  const parts = Object.entries(earned.sums).filter(([, amount]) => amount > 0n);
  return (
    <p className="chart-readout" aria-hidden="true">
      <b>{dateText(earned.key, unit, "long", language)}</b>{" "}
      <strong>{moneyText(earned.total, language)}</strong>{" "}
      {parts
        .map(
          ([kind, amount]) =>
            `${words.kinds[kind as keyof typeof words.kinds]} ${moneyText(amount, language)}`,
        )
        .join(" · ")}
    </p>
  );
}

function Legend() {
  const { kinds } = useCreatorWords().chart;
  return (
    <ul className="chart-legend">
      {(["first", "resale", "home", "other"] as const).map((kind) => (
        <li key={kind} data-kind={kind}>
          {kinds[kind]}
        </li>
      ))}
    </ul>
  );
}

function axisText(yen: number, locale: string): string {
  const format = { style: "currency", currency: "JPY", notation: "compact" } as const;
  return new Intl.NumberFormat(locale, format).format(yen);
}

/** A part of a bar; the uppermost has round shoulders, and every part stands a hair above the one below. */
function barPath(
  x: number,
  width: number,
  { from, to }: BarPart,
  isTop: boolean,
  y: (part: number) => number,
): string {
  const [bottom, up] = [y(from) - (from > 0 ? 1 : 0), Math.min(y(to), y(from) - 2)];
  const round = isTop ? Math.min(ROUND, width / 2, bottom - up) : 0;
  return `M${x} ${bottom}V${up + round}q0 ${-round} ${round} ${-round}h${width - 2 * round}q${round} 0 ${round} ${round}V${bottom}z`;
}
