import type { WaitingCredit } from "../../../sim/creator/credit.ts";
import { shortId } from "../../../sim/identifier.ts";
import type { Claiming } from "../../../stores/creator/money-store.ts";
import { useCreator, useCreatorState, useCreatorWords, useLanguage } from "../creator-context.tsx";
import { moneyText } from "../money-text.ts";
import { Part } from "../part.tsx";
import { CreditCard } from "./credit-card.tsx";

/** What could not be paid when it was due, and how to take it. Nothing where there is none. */
export function CreditsPart() {
  const words = useCreatorWords().credits;
  const credits = useCreatorState("money", (state) => state.credits);
  const claims = useCreatorState("money", (state) => state.claims);
  const done = Object.entries(claims).filter(([, { phase }]) => phase === "done");
  if (credits.length === 0 && done.length === 0) return null;
  return (
    <Part name="credits" seal="預" title={words.title} lead={words.lead}>
      <div className="credits">
        {done.map(([key, claiming]) => (
          <DoneClaim key={key} name={key} claiming={claiming} />
        ))}
        {credits
          .filter((credit) => !isDone(credit, claims))
          .map((credit) => (
            <CreditCard key={credit.key} credit={credit} />
          ))}
      </div>
    </Part>
  );
}

/** The chain may be read a moment before it has the claim. */
const isDone = ({ key }: WaitingCredit, claims: Readonly<Record<string, Claiming>>) =>
  claims[key]?.phase === "done";

function DoneClaim({ name, claiming }: { name: string; claiming: Claiming }) {
  const words = useCreatorWords().credits;
  const language = useLanguage();
  const { actions } = useCreator();
  const { amount = "0", to = "" } = claiming;
  return (
    <div className="note" data-tone="good" data-claim="done">
      <p role="status">{words.done(moneyText(amount, language), shortId(to))}</p>
      <button type="button" className="quiet-button" onClick={() => actions.forgetClaim(name)}>
        {words.close}
      </button>
    </div>
  );
}
