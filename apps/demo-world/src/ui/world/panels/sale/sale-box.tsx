import { formatYen } from "../../../../sim/money/yen.ts";
import type { SaleView } from "../../../../stores/world/market-store.ts";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { OwnOffer } from "./own-offer.tsx";
import { Purse } from "./purse.tsx";

interface SaleBoxProps {
  /** The artwork's spot or the order's hash. */
  saleKey: string;
  sale: SaleView | undefined;
  /** What one does once it is sold. */
  next: { readonly label: string; act(): void };
}

/** Price, purse and the button to buy; then the sale as it happens. */
export function SaleBox({ saleKey, sale, next }: SaleBoxProps) {
  const words = useWorldWords().panels.artwork;
  const language = useLanguage();
  if (sale === undefined || sale.phase === "reading")
    return <p role="status">{words.priceReading}</p>;
  const price = sale.price === undefined ? "" : formatYen(sale.price, language);
  return (
    <div className="sale" data-sale={sale.phase}>
      {price !== "" && (
        <p className="price">
          <span>{words.price}</span> <strong>{price}</strong>
        </p>
      )}
      <ProblemNote problem={sale.problem === undefined ? undefined : { code: sale.problem }} />
      <BuyOrOwn saleKey={saleKey} sale={sale} price={price} />
      {sale.phase === "buying" && <p role="status">{words.buying}</p>}
      {sale.phase === "landing" && <p role="status">{words.landing}</p>}
      {sale.phase === "unavailable" && <p className="hint">{words.notForSale}</p>}
      {sale.phase === "sold" && (
        <>
          <p role="status" className="note" data-tone="good">
            {sale.isMine === true ? words.mine : words.sold}
          </p>
          <button type="button" className="quiet-button" onClick={next.act}>
            {next.label}
          </button>
        </>
      )}
    </div>
  );
}

function BuyOrOwn({
  saleKey,
  sale,
  price,
}: Omit<SaleBoxProps, "next" | "sale"> & { sale: SaleView; price: string }) {
  const words = useWorldWords().panels.artwork;
  const { buy } = useActions();
  const yen = useVisitState("market", (state) => state.yen);
  const account = useVisitState("belongings", (state) => state.account);
  if (sale.phase !== "open" && sale.phase !== "failed") return null;
  if (sale.seller !== undefined && sale.seller.toLowerCase() === account?.toLowerCase()) {
    return <OwnOffer />;
  }
  const isEnough =
    yen !== undefined && sale.price !== undefined && BigInt(yen) >= BigInt(sale.price);
  return (
    <>
      <Purse isEnough={isEnough} />
      <button
        type="button"
        className="main-button"
        data-action="buy"
        disabled={!isEnough}
        onClick={() => buy(saleKey)}
      >
        {words.buy(price)}
      </button>
      <p className="hint">{words.buyText}</p>
    </>
  );
}
