import type { ChainFacts, StatementRequest } from "../../src/payout/statement/index.ts";
import { exampleRequest, firstSale, PAINTER, YEN } from "./example-statement.ts";
import { accountOf, CHAINS, MarketStory } from "./market-story.ts";

/** What strangers might call their works. */
export const HOSTILE_TITLES = [
  '=HYPERLINK("http://example.com")',
  "\u202egnp.exe\u202c evil",
  "\u{13000}\u{13001} \u{1f469}\u200d\u{1f469}\u200d\u{1f467} مرحبا بالعالم שלום",
  "あ".repeat(300),
  "W".repeat(190),
  "a\u0000b\u0007c\n\nd",
  `Zalgo ${"e\u0301\u0302\u0303\u0304\u0305".repeat(30)}`,
  "髙﨑 \u{20bb7}野家 鷗外 葛\u{e0100}城",
  "   ",
  "\ud800 lone",
  "très “élégant” – naïve ß ø Ł ĳ",
  `0x${"ab".repeat(80)}`,
];
const TITLES = ["月の浅瀬", "大うねり", "石の庭", "Great Swell", "潮騒のなかの提灯"];

/** Sixty sales on two chains: amounts from one unit to hundreds of billions of yen, many payees, and hostile titles. */
export function sixtySales(): { facts: ChainFacts; request: StatementRequest } {
  const story = new MarketStory();
  const names: Record<string, string> = { ...exampleRequest().names };
  for (let i = 0; i < 60; i++) {
    const chain = i % 3 === 0 ? 1 : 0;
    const tokenId = BigInt(100 + i);
    story.sale({ chain, parts: partsOf(i), tokenId, after: 36_000, isPrimary: i % 4 !== 0 });
    const title = i < 24 && i % 2 === 0 ? HOSTILE_TITLES[i / 2] : TITLES[i % 5];
    names[`${CHAINS[chain]}/erc721:${accountOf("collection")}/${tokenId}`] = title ?? "";
  }
  return { facts: story.facts(), request: exampleRequest({ names }) };
}

function partsOf(i: number) {
  const parts = firstSale(priceOf(i)).map((part) => ({
    ...part,
    isCredited: i % 9 === 4 && part.payee === PAINTER,
  }));
  const friends = Array.from({ length: i === 20 ? 15 : 0 }, (_, k) => ({
    payee: accountOf(`friend ${k}`),
    amount: BigInt(k + 1) * 100n * YEN,
    role: "royalty" as const,
    isCredited: false,
  }));
  return [...parts, ...friends];
}

function priceOf(i: number): bigint {
  if (i === 7) return 123_456_789_012_345_678_901_234_567_890n;
  if (i === 13) return 1n;
  return BigInt(1_000 + i * 777) * YEN + (i % 5 === 0 ? YEN / 2n : 0n);
}
