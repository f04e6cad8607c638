import { useEffect } from "react";
import { tokenRefKey } from "../../../../sim/belongings/belonging.ts";
import { isOfferOf, type Offer } from "../../../../sim/market/offer.ts";
import { isAwayFromHome } from "../../../../sim/market/payee.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { joinNames } from "../../words/join-names.ts";
import { Panel } from "../panel.tsx";
import { SaleBox } from "../sale/sale-box.tsx";
import { ShareList } from "../sale/share-list.tsx";
import { TakeBack } from "../sale/take-back.tsx";
import { namedCreators } from "./named-creators.ts";
import { useKeptOffer } from "./use-kept-offer.ts";

/** One offer: who gets what, and the sale. It stays on the page when it is sold and gone from the board. */
export function OfferDetail({ id }: { id: string }) {
  const words = useWorldWords().trade;
  const { open } = useActions();
  const offer = useKeptOffer(id);
  if (offer !== undefined) return <Detail offer={offer} />;
  return (
    <Panel title={words.title} kind="market">
      <p>{words.gone}</p>
      <button type="button" className="quiet-button" onClick={() => open({ kind: "market" })}>
        {words.back}
      </button>
    </Panel>
  );
}

function Detail({ offer }: { offer: Offer }) {
  const words = useWorldWords();
  const own = words.trade;
  const language = useLanguage();
  const { open, readSale, readOfferLooks } = useActions();
  const { id, token, seller } = offer;
  const looks = useVisitState("trade", (state) => state.looks[tokenRefKey(token)]);
  const sale = useVisitState("market", ({ sales }) => sales[id]);
  const account = useVisitState("belongings", (state) => state.account);
  useEffect(() => {
    readSale(id);
    readOfferLooks([id]);
  }, [readSale, readOfferLooks, id]);
  const name = looks?.name?.[language] ?? words.panels.belongings.unnamed(token.id);
  const creators = looks?.creators ?? [];
  const names = creators.map((one) => one.name ?? own.unnamedCreator);
  const isAway = isAwayFromHome({ chain: token.chain, creators });
  const toBoard = () => open({ kind: "market" });
  return (
    <Panel title={name} kind="market">
      <button type="button" className="quiet-button back-button" onClick={toBoard}>
        {own.back}
      </button>
      {looks?.picture !== undefined && (
        <figure className="artwork">
          <img src={looks.picture} alt={name} width="640" height="640" />
        </figure>
      )}
      <ShareList
        chain={token.chain}
        creators={isAway ? [] : namedCreators(creators, own.unnamedCreator)}
        shares={sale?.shares ?? []}
        seller={seller}
        phase={sale?.phase}
      />
      {isAway && (
        <p className="hint" data-royalty="home">
          {own.royaltyGoesHome(joinNames(names, language))}
        </p>
      )}
      <SaleBox saleKey={id} sale={sale} next={{ label: own.back, act: toBoard }} />
      {isOfferOf(offer, account) && <TakeBack offer={offer} />}
    </Panel>
  );
}
