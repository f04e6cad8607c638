import { zoneId } from "../../src/lane/index.ts";
import type { ChainFacts, StatementRequest } from "../../src/payout/statement/index.ts";
import { formatAssetId, parseAssetId } from "../../src/primitives/index.ts";
import {
  accountOf,
  CHAINS,
  MARKET_FEE,
  MarketStory,
  ROUTER,
  type StoryPart,
  YEN_TOKENS,
} from "./market-story.ts";

export const YEN = 10n ** 18n;
export const PAINTER = accountOf("painter");
export const POET = accountOf("poet");
export const COLLECTOR = accountOf("collector");
const SPLIT = accountOf("the work's split");

/** A representation's original. */
export const HOME = formatAssetId(parseAssetId(`${CHAINS[0]}/erc721:${accountOf("collection")}/7`));

/** The first sale of a work: the painter and the poet through their split, and the market's fee. */
export function firstSale(price = 12_000n * YEN): StoryPart[] {
  const fee = price / 40n;
  const painter = ((price - fee) * 7n) / 10n;
  return [
    { payee: PAINTER, amount: painter, role: "proceeds", via: [SPLIT] },
    { payee: POET, amount: price - fee - painter, role: "proceeds", via: [SPLIT] },
    { payee: MARKET_FEE, amount: fee, role: "fee" },
  ];
}

/** A resale on the other chain: the collector, the market, and the router, which sends a tenth home. */
export function resale(price = 20_000n * YEN): StoryPart[] {
  const [fee, royalty] = [price / 40n, price / 10n];
  return [
    { payee: COLLECTOR, amount: price - fee - royalty, role: "proceeds" },
    { payee: ROUTER, amount: royalty, role: "royalty", isForwarded: true },
    { payee: MARKET_FEE, amount: fee, role: "fee" },
  ];
}

/**
 * A month: a first sale, one whose share for the painter is credited and claimed, one credited and waiting, a resale away whose
 * royalty comes home, and a refund.
 */
export function exampleMonth(): ChainFacts {
  const story = new MarketStory();
  const first = story.sale({ chain: 0, parts: firstSale() });
  const credited = firstSale(30_000n * YEN).map((part, i) => ({ ...part, isCredited: i === 0 }));
  story.sale({ chain: 0, parts: credited, tokenId: 8n, after: 86_400 });
  story.claim(0, PAINTER, 20_475n * YEN, accountOf("painter's other account"));
  story.sale({ chain: 0, parts: credited, tokenId: 9n, after: 86_400 });
  const sold = story.sale({
    chain: 1,
    parts: resale(),
    home: HOME,
    isPrimary: false,
    after: 86_400,
  });
  const royalty = 2_000n * YEN;
  story.batch(
    [{ of: sold, amount: royalty }],
    [
      { payee: PAINTER, amount: (royalty * 7n) / 10n, role: "royalty", via: [SPLIT] },
      { payee: POET, amount: (royalty * 3n) / 10n, role: "royalty", via: [SPLIT] },
    ],
  );
  story.refund(0, PAINTER, first.reference, 500n * YEN);
  return story.facts();
}

/** The currencies of both chains, at par. */
export const EXAMPLE_CURRENCIES = CHAINS.map((chain, i) => ({
  chain,
  address: YEN_TOKENS[i] as string,
  symbol: i === 0 ? "JPYR" : "JPYR.g",
  decimals: 18,
  price: { kind: "par" as const, issuer: "Otohime Trust" },
}));

/** Asks for the painter's November. */
export function exampleRequest(change: Partial<StatementRequest> = {}): StatementRequest {
  return {
    zoneId: zoneId("ryugu-test"),
    creator: { accounts: [PAINTER], name: "潮見 凪" },
    period: { from: "2026-11-01", to: "2026-12-01" },
    currencies: EXAMPLE_CURRENCIES,
    names: { [CHAINS[0]]: "Minato", [CHAINS[1]]: "Garan", [HOME]: "月の浅瀬" },
    ...change,
  };
}
