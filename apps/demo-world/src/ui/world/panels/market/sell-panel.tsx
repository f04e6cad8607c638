import { useEffect, useId, useState } from "react";
import { isSameToken, tokenRefKey } from "../../../../sim/belongings/belonging.ts";
import { isOfferOf } from "../../../../sim/market/offer.ts";
import { readPrice } from "../../../../sim/money/whole-yen.ts";
import { formatYen } from "../../../../sim/money/yen.ts";
import type { TokenRef } from "../../../../sim/protocol/references.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { Panel } from "../panel.tsx";
import { TakeBack } from "../sale/take-back.tsx";
import { SaleTerms } from "./sale-terms.tsx";

/** Milliseconds after the last key until the chain is asked. */
const PAUSE = 350;

/** Offers something of one's own: a price, who gets what, one signature. */
export function SellPanel({ token }: { token: TokenRef }) {
  const words = useWorldWords();
  const own = words.trade;
  const language = useLanguage();
  const { open } = useActions();
  const item = useVisitState("belongings", ({ items }) =>
    items.find((one) => isSameToken(one.token, token)),
  );
  const account = useVisitState("belongings", (state) => state.account);
  const offer = useVisitState("trade", ({ offers }) =>
    offers.find((one) => isSameToken(one.token, token) && isOfferOf(one, account)),
  );
  const name = item?.name?.[language] ?? words.panels.belongings.unnamed(token.id);
  return (
    <Panel title={own.sellTitle(name)} kind="sell">
      {item?.picture !== undefined && (
        <figure className="artwork" data-size="small">
          <img src={item.picture} alt="" width="320" height="320" />
        </figure>
      )}
      {offer === undefined ? (
        <SellForm token={token} />
      ) : (
        <>
          <p role="status" className="note" data-tone="good">
            {own.offered(formatYen(offer.price, language))}
          </p>
          <TakeBack offer={offer} />
        </>
      )}
      <button type="button" className="quiet-button" onClick={() => open({ kind: "belongings" })}>
        {own.toBelongings}
      </button>
    </Panel>
  );
}

function SellForm({ token }: { token: TokenRef }) {
  const words = useWorldWords().trade;
  const { previewSale, sell } = useActions();
  const id = useId();
  const selling = useVisitState("trade", ({ selling: one }) =>
    one?.token === tokenRefKey(token) ? one : undefined,
  );
  const [text, setText] = useState("");
  const price = readPrice(text);
  const wanted = price?.toString();
  useEffect(() => {
    const timer = setTimeout(
      () => previewSale(token, wanted === undefined ? undefined : BigInt(wanted)),
      PAUSE,
    );
    return () => clearTimeout(timer);
  }, [previewSale, token, wanted]);
  const phase = selling?.phase ?? "asking";
  const isBusy = phase === "gas" || phase === "signing" || phase === "posting";
  const isKnown = selling?.preview !== undefined && selling.price === wanted;
  return (
    <form
      className="sell"
      data-selling={phase}
      onSubmit={(event) => {
        event.preventDefault();
        sell(token);
      }}
    >
      <p>{words.sellLead}</p>
      <div className="field">
        <label htmlFor={id}>{words.priceLabel}</label>
        <input
          id={id}
          data-field="price"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={text}
          disabled={isBusy}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setText(target.value)}
        />
        <p className="hint" id={`${id}-hint`}>
          {words.priceHint}
        </p>
      </div>
      <SaleTerms token={token} selling={selling} isAsking={wanted !== undefined && !isKnown} />
      <button
        type="submit"
        className="main-button"
        data-action="sell"
        disabled={!isKnown || isBusy}
      >
        {isBusy ? words.selling[phase] : phase === "failed" ? words.sellAgain : words.sell}
      </button>
      <p className="hint">{words.sellText}</p>
    </form>
  );
}
