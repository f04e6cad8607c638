import type { Coming } from "../../sim/creator/on-the-way.ts";
import { useCreatorState, useCreatorWords, useLanguage } from "./creator-context.tsx";
import { Money } from "./money.tsx";
import { moneyText } from "./money-text.ts";
import { useChainName } from "./names.ts";
import { Part } from "./part.tsx";
import { WorkName } from "./work-name.tsx";

/** More are summed in the balance all the same. */
const SHOWN = 12;

/** Royalties on their way home, each with where it is. */
export function ComingPart() {
  const words = useCreatorWords();
  const coming = useCreatorState("money", (state) => state.onTheWay);
  const phase = useCreatorState("money", (state) => state.nodePhase);
  return (
    <Part name="coming" seal="帰" title={words.coming.title} lead={words.coming.lead}>
      <ul className="coming-list">
        {coming.slice(0, SHOWN).map((one) => (
          <ComingRow key={one.key} coming={one} />
        ))}
      </ul>
      {coming.length === 0 && (
        <p className="hint" role="status">
          {phase === "none"
            ? words.payments.noNode
            : phase === "asking"
              ? words.payments.reading
              : words.coming.none}
        </p>
      )}
    </Part>
  );
}

/** A collection's first token has its name: each work has a collection of its own. */
const FIRST = "1";

function ComingRow({ coming }: { coming: Coming }) {
  const words = useCreatorWords().coming;
  const language = useLanguage();
  const chainName = useChainName();
  const { work, own, amount, state, chain, homeChain } = coming;
  return (
    <li data-coming={state}>
      <WorkName token={{ ...work, id: FIRST }} unnamed={words.unknown} />
      <strong>
        <Money units={own} />
      </strong>
      <span className="hint coming-state">
        {words.route(chainName(chain), chainName(homeChain))}
        <br />
        {words.states[state]}
        {own !== amount && ` (${words.of(moneyText(amount, language))})`}
      </span>
    </li>
  );
}
