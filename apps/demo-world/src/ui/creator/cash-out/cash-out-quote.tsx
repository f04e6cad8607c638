import { dateText } from "../chart/dates.ts";
import { useCreator, useCreatorState, useCreatorWords, useLanguage } from "../creator-context.tsx";
import { Money } from "../money.tsx";
import { Problem } from "../problem.tsx";

const ENDING = 3;
const yenText = (yen: bigint, locale: string) =>
  new Intl.NumberFormat(locale, { style: "currency", currency: "JPY" }).format(yen);

/** What cashing out comes to, before anything is signed. */
export function CashOutQuoteView() {
  const words = useCreatorWords().cashOut;
  const language = useLanguage();
  const { actions } = useCreator();
  const { phase, quote, bank, problem } = useCreatorState("cashOut", (state) => state);
  if (quote === undefined || bank === undefined) return null;
  const facts = [
    { name: "units", term: words.takes, text: <Money units={quote.units} /> },
    { name: "fee", term: words.fee, text: yenText(quote.fee, language) },
    {
      name: "arrives",
      term: words.arrives,
      text: <strong>{yenText(quote.arrives, language)}</strong>,
    },
    {
      name: "leaves",
      term: words.leavesOn,
      text: dateText(quote.leavesOn, "day", "long", language),
    },
    {
      name: "to",
      term: words.to,
      text: `${bank.bankCode}-${bank.branchCode} ${words.types[bank.type]} ${words.ending(bank.number.slice(-ENDING))} · ${bank.holder}`,
    },
  ];
  return (
    <div className="cash-out-quote">
      <h3>{words.quoted}</h3>
      <dl className="facts">
        {facts.map(({ name, term, text }) => (
          <div key={name} data-fact={name}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Problem problem={problem} />
      <div className="row">
        <button
          type="button"
          className="main-button"
          data-action="sign-cash-out"
          disabled={phase === "signing"}
          onClick={() => actions.confirmCashOut()}
        >
          {words.sign}
        </button>
        <button
          type="button"
          className="quiet-button"
          disabled={phase === "signing"}
          onClick={() => actions.newCashOut()}
        >
          {words.change}
        </button>
      </div>
      <p role="status">{phase === "signing" && words.signing}</p>
    </div>
  );
}
