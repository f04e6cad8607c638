import { tokenRefKey } from "../../../../sim/belongings/belonging.ts";
import type { Offer } from "../../../../sim/market/offer.ts";
import { formatYen } from "../../../../sim/money/yen.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";

/** One thing on the stall: picture, name, price. Pressing it looks closer. */
export function OfferCard({ offer, isOwn }: { offer: Offer; isOwn: boolean }) {
  const words = useWorldWords();
  const language = useLanguage();
  const { open } = useActions();
  const looks = useVisitState("trade", (state) => state.looks[tokenRefKey(offer.token)]);
  const name = looks?.name?.[language] ?? words.panels.belongings.unnamed(offer.token.id);
  return (
    <li>
      <button
        type="button"
        className="offer"
        data-offer={offer.id}
        data-token={tokenRefKey(offer.token)}
        data-own={isOwn}
        onClick={() => open({ kind: "market", offer: offer.id })}
      >
        {looks?.picture === undefined ? (
          <span className="offer-picture" aria-hidden="true" />
        ) : (
          <img className="offer-picture" src={looks.picture} alt="" width="200" height="200" />
        )}
        <bdi className="offer-name">{name}</bdi>
        <strong className="offer-price">{formatYen(offer.price, language)}</strong>
        {isOwn && <span className="tag">{words.trade.yours}</span>}
      </button>
    </li>
  );
}
