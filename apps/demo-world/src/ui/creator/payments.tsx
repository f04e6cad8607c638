import { useState } from "react";
import type { Payment } from "../../sim/creator/payment.ts";
import { shortId } from "../../sim/identifier.ts";
import { useCreatorState, useCreatorWords, useLanguage } from "./creator-context.tsx";
import { Money } from "./money.tsx";
import { useChainName } from "./names.ts";
import { Part } from "./part.tsx";
import { WorkName } from "./work-name.tsx";

const FIRST_SHOWN = 10;
const MORE = 50;

/** What was paid lately, newest first. */
export function PaymentsPart() {
  const words = useCreatorWords();
  const payments = useCreatorState("money", (state) => state.payments);
  const phase = useCreatorState("money", (state) => state.nodePhase);
  const [shown, setShown] = useState(FIRST_SHOWN);
  const left = payments.length - shown;
  return (
    <Part name="payments" seal="帳" title={words.payments.title} lead={words.payments.lead}>
      {phase === "none" && (
        <p className="note" data-tone="warning" role="alert">
          {words.node.noneText}
        </p>
      )}
      {payments.length === 0 ? (
        <p className="hint" role="status">
          {phase === "none"
            ? words.payments.noNode
            : phase === "asking"
              ? words.payments.reading
              : words.payments.none}
        </p>
      ) : (
        <PaymentTable payments={payments.slice(0, shown)} />
      )}
      {left > 0 && (
        <button type="button" className="glass-button" onClick={() => setShown(shown + MORE)}>
          {words.payments.more(Math.min(left, MORE))}
        </button>
      )}
    </Part>
  );
}

const COLUMNS = ["date", "work", "kind", "chain", "amount", "state"] as const;

function PaymentTable({ payments }: { payments: readonly Payment[] }) {
  const words = useCreatorWords().payments;
  return (
    <table className="payments">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" {...(column === "amount" ? { className: "number" } : {})}>
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <PaymentRow key={payment.key} payment={payment} />
        ))}
      </tbody>
    </table>
  );
}

function PaymentRow({ payment }: { payment: Payment }) {
  const words = useCreatorWords().payments;
  const language = useLanguage();
  const chainName = useChainName();
  const { time, work, kind, chain, amount, state, to, transaction } = payment;
  const date = new Date(time * 1_000);
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    ...{ dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Tokyo" },
  });
  return (
    <tr data-payment={kind} data-state={state} title={transaction}>
      <td data-column="date">
        <time dateTime={date.toISOString()}>{format.format(date)}</time>
      </td>
      <th scope="row" data-column="work">
        <WorkName token={work} unnamed={words.unnamed} />
      </th>
      <td data-column="kind">{words.kinds[kind]}</td>
      <td data-column="chain">{chainName(chain)}</td>
      <td data-column="amount" className="number">
        <Money units={kind === "refund" ? `-${amount}` : amount} />
      </td>
      <td data-column="state">
        <span className="state-tag" data-state={state}>
          {words.states[state]}
        </span>
        {to !== undefined && <span className="hint"> {words.claimedTo(shortId(to))}</span>}
      </td>
    </tr>
  );
}
