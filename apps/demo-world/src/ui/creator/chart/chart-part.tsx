import { useMemo, useState } from "react";
import {
  type ChartUnit,
  type Earned,
  earnedBy,
  sumEarned,
  totalOf,
} from "../../../sim/creator/earnings.ts";
import { EARNING_KINDS } from "../../../sim/creator/payment.ts";
import { useCreatorState, useCreatorWords, useLanguage } from "../creator-context.tsx";
import { Money } from "../money.tsx";
import { moneyText } from "../money-text.ts";
import { Part } from "../part.tsx";
import { dateText } from "./dates.ts";
import { EarningsChart } from "./earnings-chart.tsx";

const UNITS: readonly ChartUnit[] = ["day", "month"];

/** What came in over time: a chart, and the same as a table. */
export function ChartPart() {
  const words = useCreatorWords().chart;
  const language = useLanguage();
  const [unit, setUnit] = useState<ChartUnit>("day");
  const payments = useCreatorState("money", (state) => state.payments);
  const isCut = useCreatorState("money", (state) => state.isCut);
  const readAt = useCreatorState("money", (state) => state.readAt);
  const now = readAt ?? Math.floor(Date.now() / 1_000);
  const earned = useMemo(() => earnedBy(unit, payments, now), [unit, payments, now]);
  const total = totalOf(sumEarned(earned));
  const best = earned.reduce<Earned | undefined>(
    (most, one) => (most === undefined || one.total > most.total ? one : most),
    undefined,
  );
  const bestText = dateText(best?.key ?? "", unit, "long", language);
  const summary =
    total === 0n ? words.none : words.summary(unit, moneyText(total, language), bestText);
  return (
    <Part name="chart" seal="潮" title={words.title} lead={words.lead}>
      <div className="chart-head">
        <p className="chart-total">
          <Money units={total} />
        </p>
        <fieldset className="segments">
          <legend className="visually-hidden">{words.unit}</legend>
          {UNITS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="chart-unit"
                checked={one === unit}
                onChange={() => setUnit(one)}
              />
              <span>{words.units[one]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <EarningsChart unit={unit} earned={earned} summary={summary} />
      {total === 0n && <p className="hint">{words.none}</p>}
      {isCut && <p className="hint">{words.cut}</p>}
      <details className="fold">
        <summary>{words.table}</summary>
        <EarnedTable unit={unit} earned={earned} />
      </details>
    </Part>
  );
}

function EarnedTable({ unit, earned }: { unit: ChartUnit; earned: readonly Earned[] }) {
  const words = useCreatorWords().chart;
  const language = useLanguage();
  const rows = earned.filter(({ total }) => total > 0n).reverse();
  if (rows.length === 0) return <p className="hint">{words.none}</p>;
  const sums = sumEarned(rows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="table-scroll" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            {EARNING_KINDS.map((kind) => (
              <th scope="col" key={kind} className="number">
                {words.kinds[kind]}
              </th>
            ))}
            <th scope="col" className="number">
              {words.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{dateText(row.key, unit, "long", language)}</th>
              <Sums sums={row.sums} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <Sums sums={sums} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Sums({ sums }: Pick<Earned, "sums">) {
  return (
    <>
      {EARNING_KINDS.map((kind) => (
        <td key={kind} className="number">
          <Money units={sums[kind]} />
        </td>
      ))}
      <td className="number">
        <strong>
          <Money units={totalOf(sums)} />
        </strong>
      </td>
    </>
  );
}
