import { type Belonging, isSameToken, tokenRefKey } from "../../../sim/belongings/belonging.ts";
import { isOfferOf } from "../../../sim/market/offer.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { TakeBack } from "./sale/take-back.tsx";

/** Something of one's own: where it is, and what one can do with it here. */
export function BelongingRow({ item }: { item: Belonging }) {
  const words = useWorldWords();
  const own = words.panels.belongings;
  const language = useLanguage();
  const isHeld = useVisitState("belongings", ({ held }) => isSameToken(held, item.token));
  const place = useVisitState("place", (state) => state.place);
  const isBornHere = item.home.chain === item.token.chain;
  return (
    <li
      data-token={tokenRefKey(item.token)}
      data-where={item.where}
      data-home={isBornHere}
      data-held={isHeld}
    >
      {item.picture === undefined ? (
        <span className="belonging-picture" aria-hidden="true" />
      ) : (
        <img className="belonging-picture" src={item.picture} alt="" width="72" height="72" />
      )}
      <span className="belonging-text">
        <b>
          <bdi>{item.name?.[language] ?? own.unnamed(item.token.id)}</bdi>
        </b>
        <span className="hint">
          {place === item.where || place === "corridor"
            ? own.where(words.platforms[item.where])
            : own.elsewhere(words.platforms[item.where])}
        </span>
      </span>
      {place === item.where && <Deeds item={item} isHeld={isHeld} />}
    </li>
  );
}

/** What one can do with a thing that is where one is: take it in hand, sell it, take the offer back. */
function Deeds({ item, isHeld }: { item: Belonging; isHeld: boolean }) {
  const words = useWorldWords();
  const own = words.panels.belongings;
  const { hold, open } = useActions();
  const { token } = item;
  const account = useVisitState("belongings", (state) => state.account);
  const hasMarket = useVisitState(
    "place",
    ({ platforms }) => platforms[item.where]?.market !== undefined,
  );
  const offer = useVisitState("trade", ({ offers }) =>
    offers.find((one) => isSameToken(one.token, token) && isOfferOf(one, account)),
  );
  return (
    <>
      <button
        type="button"
        className="glass-button"
        data-action="hold"
        aria-pressed={isHeld}
        onClick={() => hold(isHeld ? null : token)}
      >
        {isHeld ? own.putAway : own.hold}
      </button>
      {offer !== undefined && <TakeBack offer={offer} />}
      {offer === undefined && hasMarket && (
        <button
          type="button"
          className="quiet-button"
          data-action="sell-here"
          onClick={() => open({ kind: "sell", token })}
        >
          {words.trade.sellHere}
        </button>
      )}
    </>
  );
}
