import type { Purse } from "../../stores/creator/money-store.ts";
import { useCreatorState, useCreatorWords, useLanguage } from "./creator-context.tsx";
import { Money } from "./money.tsx";
import { Swell } from "./swell.tsx";

const sum = (amounts: readonly (string | undefined)[]): bigint =>
  amounts.reduce((total, amount) => total + BigInt(amount ?? 0), 0n);

/** What the account has, what waits for it, and what is on its way. */
export function BalancePart() {
  const words = useCreatorWords().balance;
  const purses = useCreatorState("money", (state) => state.purses);
  const silent = useCreatorState("money", (state) => state.silent);
  const credits = useCreatorState("money", (state) => state.credits);
  const coming = useCreatorState("money", (state) => state.onTheWay);
  const isKnown = purses.some(({ yen }) => yen !== undefined);
  return (
    <section className="balance" data-part="balance" aria-label={words.title}>
      <Swell />
      <div className="balance-front">
        <h2>{words.title}</h2>
        <p className="balance-sum" data-known={isKnown}>
          {isKnown ? <Money units={sum(purses.map(({ yen }) => yen))} /> : words.reading}
        </p>
        <p className="balance-lead">{words.lead}</p>
        <dl className="purses">
          {purses.map((purse) => (
            <PurseFact key={purse.chain} purse={purse} />
          ))}
          <div data-purse="waiting">
            <dt>{words.waiting}</dt>
            <dd>
              <Money units={sum(credits.map(({ amount }) => amount))} />
            </dd>
          </div>
          <div data-purse="coming">
            <dt>{words.coming}</dt>
            <dd>
              <Money units={sum(coming.map(({ own }) => own))} />
            </dd>
          </div>
        </dl>
        <p className="balance-lead" role="status">
          {silent > 0 && words.missing(silent)}
        </p>
      </div>
    </section>
  );
}

function PurseFact({ purse }: { purse: Purse }) {
  const words = useCreatorWords();
  const language = useLanguage();
  const { name, yen, isSilent, chain } = purse;
  return (
    <div data-purse={chain} data-silent={isSilent}>
      <dt>{words.balance.on(name[language])}</dt>
      <dd>
        {yen === undefined ? !isSilent && words.balance.unread : <Money units={yen} />}
        {isSilent && <span className="purse-silent"> {words.balance.silent}</span>}
      </dd>
    </div>
  );
}
