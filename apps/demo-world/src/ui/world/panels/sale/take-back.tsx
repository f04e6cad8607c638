import type { Offer } from "../../../../sim/market/offer.ts";
import { formatYen } from "../../../../sim/money/yen.ts";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";

/** "For sale at …", and the button that ends it. */
export function TakeBack({ offer }: { offer: Offer }) {
  const words = useWorldWords().trade;
  const language = useLanguage();
  const { takeBack } = useActions();
  const takingBack = useVisitState("trade", (state) => state.takingBack);
  const isThis = takingBack?.id === offer.id;
  const problem = isThis ? takingBack.problem : undefined;
  const isBusy = takingBack !== undefined && takingBack.problem === undefined;
  return (
    <div className="for-sale" data-for-sale={offer.id}>
      <span className="tag">{words.forSale(formatYen(offer.price, language))}</span>
      <button
        type="button"
        className="quiet-button"
        data-action="take-back"
        disabled={isBusy}
        onClick={() => takeBack(offer.id)}
      >
        {isThis && isBusy ? words.takingBack : words.takeBack}
      </button>
      <ProblemNote problem={problem === undefined ? undefined : { code: problem }} />
    </div>
  );
}
