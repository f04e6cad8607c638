import { useEffect } from "react";
import type { Artwork } from "../../../sim/protocol/platform.ts";
import { artworkAt } from "../hud/spots.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Panel } from "./panel.tsx";
import { SaleBox } from "./sale/sale-box.tsx";
import { ShareList } from "./sale/share-list.tsx";

/** An artwork: picture, creators with their shares, and the sale. */
export function ArtworkPanel({ spot }: { spot: string }) {
  const words = useWorldWords();
  const { readSale } = useActions();
  const artwork = useVisitState("place", ({ platforms, platform }) =>
    artworkAt(platforms[platform], spot),
  );
  const collection = artwork?.sale?.collection;
  const order = String(artwork?.sale?.order?.salt ?? "");
  const phase = useVisitState("market", ({ sales }) => sales[spot]?.phase);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another work at the same spot is another sale.
  useEffect(() => readSale(spot), [readSale, spot, collection]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new order is news; whoever has just bought still looks at the old one.
  useEffect(() => {
    if (phase === "unavailable" && order !== "") readSale(spot);
  }, [order]);
  if (artwork !== undefined) return <Work artwork={artwork} />;
  return (
    <Panel title={words.hud.emptyFrame} kind="artwork">
      <p>{words.panels.artwork.gone}</p>
    </Panel>
  );
}

function Work({ artwork }: { artwork: Artwork }) {
  const words = useWorldWords().panels.artwork;
  const language = useLanguage();
  const { imageUrl, readSale } = useActions();
  const { spot, title, about, creators } = artwork;
  const chain = useVisitState("place", ({ platforms, platform }) => platforms[platform]?.chain);
  const sale = useVisitState("market", ({ sales }) => sales[spot]);
  return (
    <Panel title={title[language]} kind="artwork">
      <figure className="artwork">
        <img src={imageUrl(artwork.image)} alt={title[language]} width="640" height="640" />
      </figure>
      <p>{about[language]}</p>
      <ShareList
        chain={chain ?? ""}
        creators={creators.map((one) => ({ ...one, name: one.name[language] }))}
        shares={sale?.shares ?? []}
        seller={sale?.seller}
        phase={sale?.phase}
      />
      {artwork.sale === undefined ? (
        <p className="hint">{words.notForSale}</p>
      ) : (
        <SaleBox
          saleKey={spot}
          sale={sale}
          next={{ label: words.next, act: () => readSale(spot) }}
        />
      )}
    </Panel>
  );
}
