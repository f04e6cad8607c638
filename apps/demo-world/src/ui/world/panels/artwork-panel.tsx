import { useEffect } from "react";
import { formatYen } from "../../../sim/money/yen.ts";
import type { Artwork } from "../../../sim/protocol/platform.ts";
import type { ArtworkSale } from "../../../stores/world/market-store.ts";
import { artworkAt } from "../hud/spots.ts";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Panel } from "./panel.tsx";

/** An artwork: picture, creators with their shares, and the sale. */
export function ArtworkPanel({ spot }: { spot: string }) {
  const words = useWorldWords().panels.artwork;
  const language = useLanguage();
  const { imageUrl, readSale } = useActions();
  const artwork = useVisitState("place", ({ platforms, platform }) =>
    artworkAt(platforms[platform], spot),
  );
  const sale = useVisitState("market", ({ sales }) => sales[spot]);
  useEffect(() => readSale(spot), [readSale, spot]);
  if (artwork === undefined) return null;
  return (
    <Panel title={artwork.title[language]} kind="artwork">
      <figure className="artwork">
        <img src={imageUrl(artwork.image)} alt={artwork.title[language]} width="640" height="640" />
      </figure>
      <p>{artwork.about[language]}</p>
      <Creators artwork={artwork} sale={sale} />
      {artwork.sale === undefined ? (
        <p className="hint">{words.notForSale}</p>
      ) : (
        <Sale spot={spot} sale={sale} />
      )}
    </Panel>
  );
}

const PERCENT = 10_000;

interface CreatorsProps {
  artwork: Artwork;
  sale: ArtworkSale | undefined;
}

function Creators({ artwork, sale }: CreatorsProps) {
  const words = useWorldWords().panels.artwork;
  const language = useLanguage();
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  const isSelling = ["buying", "landing", "sold"].includes(sale?.phase ?? "");
  return (
    <ul className="creators" aria-label={words.by}>
      {artwork.creators.map(({ name, account, basisPoints }) => {
        const share = sale?.shares.find(
          ({ payee }) => payee.toLowerCase() === account.toLowerCase(),
        );
        const amount = share === undefined ? "" : formatYen(share.amount, language);
        return (
          <li key={account} data-landed={share?.outcome ?? "no"} data-payee={account}>
            <b>
              <bdi>{name[language]}</bdi>
            </b>
            <span className="hint">{words.share(percent.format(basisPoints / PERCENT))}</span>
            {share !== undefined && (
              <span className="share-amount" role={isSelling ? "status" : undefined}>
                {share.outcome === undefined
                  ? isSelling
                    ? words.waiting(amount)
                    : amount
                  : words[share.outcome](amount)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Sale({ spot, sale }: { spot: string; sale: ArtworkSale | undefined }) {
  const words = useWorldWords().panels.artwork;
  const language = useLanguage();
  const { buy, readSale } = useActions();
  const yen = useVisitState("market", (state) => state.yen);
  if (sale === undefined || sale.phase === "reading")
    return <p role="status">{words.priceReading}</p>;
  const price = sale.price === undefined ? "" : formatYen(sale.price, language);
  const isEnough =
    yen !== undefined && sale.price !== undefined && BigInt(yen) >= BigInt(sale.price);
  return (
    <div className="sale" data-sale={sale.phase}>
      {price !== "" && (
        <p className="price">
          <span>{words.price}</span> <strong>{price}</strong>
        </p>
      )}
      <ProblemNote problem={sale.problem === undefined ? undefined : { code: sale.problem }} />
      {(sale.phase === "open" || sale.phase === "failed") && (
        <>
          <Purse isEnough={isEnough} />
          <button
            type="button"
            className="main-button"
            data-action="buy"
            disabled={!isEnough}
            onClick={() => buy(spot)}
          >
            {words.buy(price)}
          </button>
          <p className="hint">{words.buyText}</p>
        </>
      )}
      {sale.phase === "buying" && <p role="status">{words.buying}</p>}
      {sale.phase === "landing" && <p role="status">{words.landing}</p>}
      {sale.phase === "unavailable" && <p className="hint">{words.notForSale}</p>}
      {sale.phase === "sold" && (
        <>
          <p role="status" className="note" data-tone="good">
            {sale.isMine === true ? words.mine : words.sold}
          </p>
          <button type="button" className="quiet-button" onClick={() => readSale(spot)}>
            {words.next}
          </button>
        </>
      )}
    </div>
  );
}

function Purse({ isEnough }: { isEnough: boolean }) {
  const words = useWorldWords().panels.artwork;
  const language = useLanguage();
  const { askYen } = useActions();
  const { yen, isAskingYen, yenProblem } = useVisitState("market", (state) => state);
  return (
    <div className="purse">
      <p data-yen={yen ?? ""}>
        {yen === undefined ? words.yenUnknown : words.yen(formatYen(yen, language))}
      </p>
      {!isEnough && (
        <>
          <p className="hint">{words.tooFew}</p>
          <button
            type="button"
            className="glass-button"
            data-action="get-yen"
            disabled={isAskingYen}
            onClick={askYen}
          >
            {isAskingYen ? words.gettingYen : words.getYen}
          </button>
        </>
      )}
      <ProblemNote problem={yenProblem === undefined ? undefined : { code: yenProblem }} />
    </div>
  );
}
