import { useId, useState } from "react";
import {
  isPeriodOver,
  type PeriodUnit,
  periodChoices,
} from "../../sim/creator/statement-period.ts";
import { shortId } from "../../sim/identifier.ts";
import { VerifiedIcon } from "../parts/icons.tsx";
import { dateText } from "./chart/dates.ts";
import { useCreator, useCreatorState, useCreatorWords, useLanguage } from "./creator-context.tsx";
import { Part } from "./part.tsx";
import { Problem } from "./problem.tsx";

const UNITS: readonly PeriodUnit[] = ["month", "year"];
const FORMATS = ["pdf", "csv", "json"] as const;

/** A month's or year's statement: chosen, verified here, saved. */
export function StatementPart() {
  const words = useCreatorWords().statement;
  const language = useLanguage();
  const { actions } = useCreator();
  const [now] = useState(() => Math.floor(Date.now() / 1_000));
  const [unit, setUnit] = useState<PeriodUnit>("month");
  const [chosen, setChosen] = useState<Readonly<Partial<Record<PeriodUnit, string>>>>({});
  const isReading = useCreatorState("statement", ({ phase }) => phase === "reading");
  const choices = periodChoices(unit, now);
  const period = chosen[unit] ?? choices[0] ?? "";
  const id = useId();
  const name = (one: string) => (unit === "month" ? dateText(one, "month", "long", language) : one);
  return (
    <Part name="statement" seal="証" title={words.title} lead={words.lead}>
      <div className="statement-choice">
        <fieldset className="segments">
          <legend className="visually-hidden">{words.unit}</legend>
          {UNITS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="statement-unit"
                checked={one === unit}
                onChange={() => setUnit(one)}
              />
              <span>{words.units[one]}</span>
            </label>
          ))}
        </fieldset>
        <label htmlFor={id} className="visually-hidden">
          {words.period}
        </label>
        <select
          id={id}
          value={period}
          onChange={({ target }) => setChosen({ ...chosen, [unit]: target.value })}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {name(one)}
            </option>
          ))}
        </select>
      </div>
      <p className="hint" data-over={isPeriodOver(period, now)}>
        {isPeriodOver(period, now) ? words.over : words.provisional}
      </p>
      <div className="row">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            className={format === "pdf" ? "main-button" : "glass-button"}
            data-action={`statement-${format}`}
            disabled={isReading}
            onClick={() => actions.getStatement(period, format)}
          >
            {words.get(format)}
          </button>
        ))}
      </div>
      <p className="hint">{words.pdfText}</p>
      <Outcome />
    </Part>
  );
}

/** What became of the statement that was asked for last. */
function Outcome() {
  const words = useCreatorWords().statement;
  const language = useLanguage();
  const { phase, problem, checked, period } = useCreatorState("statement", (state) => state);
  return (
    <div data-statement={phase} data-period={period}>
      <p role="status">{phase === "reading" && words.reading}</p>
      {phase === "failed" && <Problem problem={problem} />}
      {phase === "ready" && checked !== undefined && (
        <div className="note" data-tone="good" role="status" data-digest={checked.digest}>
          <p className="verified-line">
            <VerifiedIcon /> <strong>{words.verified(checked.partner)}</strong>
          </p>
          <p>
            {words.net} {netText(checked.net, language)} · {words.lines(checked.lines)} ·{" "}
            {checked.isComplete ? words.complete : words.incomplete}
          </p>
          <p className="hint">
            {words.digest} <code title={checked.digest}>{shortId(checked.digest, 10, 8)}</code>
          </p>
        </div>
      )}
    </div>
  );
}

function netText(net: string, locale: string): string {
  const format = { style: "currency", currency: "JPY", maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(locale, { ...format, minimumFractionDigits: 0 }).format(
    net as `${number}`,
  );
}
