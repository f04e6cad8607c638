import fc from "fast-check";
import type { ChainFacts } from "../../src/payout/statement/index.ts";
import type { Address } from "../../src/primitives/index.ts";
import {
  accountOf,
  MARKET_FEE,
  MarketStory,
  ROUTER,
  type StoryPart,
  wordOf,
} from "./market-story.ts";

/** Everyone who can be paid in an arbitrary story. */
export const PAYEES: readonly Address[] = [
  ...["Umi", "Sora", "Haru", "Nami"].map(accountOf),
  MARKET_FEE,
];

const amounts = fc.bigInt({ min: 0n, max: 3_000_000n * 10n ** 18n });
const chains = fc.constantFrom(0 as const, 1 as const);
const people = fc.constantFrom(...PAYEES.slice(0, 4));
const part = (role: StoryPart["role"], payee: fc.Arbitrary<Address>) =>
  fc.record({ payee, amount: amounts, role: fc.constant(role), isCredited: fc.boolean() });

const sale = fc.record({
  kind: fc.constant("sale" as const),
  chain: chains,
  parts: fc.tuple(
    part("proceeds", people),
    part("fee", fc.constant(MARKET_FEE)),
    fc.array(part("royalty", people), { maxLength: 3 }),
  ),
  routed: amounts,
  after: fc.integer({ min: 1, max: 200_000 }),
});
const event = fc.oneof(
  { weight: 6, arbitrary: sale },
  fc.record({
    kind: fc.constant("payment" as const),
    chain: chains,
    parts: fc.array(part("proceeds", people), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("batch" as const),
    hasArrived: fc.boolean(),
    surplus: amounts,
    cut: fc.integer({ min: 0, max: 100 }),
    payees: fc.array(people, { minLength: 1, maxLength: 3 }),
    isCredited: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("claim" as const),
    chain: chains,
    payee: people,
    percent: fc.bigInt({ min: 0n, max: 100n }),
  }),
  fc.record({
    kind: fc.constant("refund" as const),
    chain: chains,
    payee: people,
    amount: amounts,
  }),
);

/** Facts of some days on two chains: sales with and without a router, payments, batches, claims, refunds. */
export const arbitraryFacts: fc.Arbitrary<ChainFacts> = fc
  .array(event, { minLength: 1, maxLength: 25 })
  .map((events) => {
    const story = new MarketStory();
    const credits = new Map<string, bigint>();
    let atRouter: { reference: `0x${string}`; amount: bigint }[] = [];
    const credit = (chain: 0 | 1, parts: readonly StoryPart[]) => {
      for (const { payee, amount, isCredited } of parts) {
        const key = `${chain}/${payee}`;
        if (isCredited) credits.set(key, (credits.get(key) ?? 0n) + amount);
      }
    };
    for (const e of events) {
      if (e.kind === "sale") {
        const [proceeds, fee, royalties] = e.parts;
        const isRouted = e.chain === 1;
        const parts: StoryPart[] = [
          proceeds,
          fee,
          ...royalties,
          ...(isRouted
            ? [{ payee: ROUTER, amount: e.routed, role: "royalty" as const, isForwarded: true }]
            : []),
        ];
        const reference = story.sale({ chain: e.chain, parts, after: e.after });
        if (isRouted) atRouter.push({ reference, amount: e.routed });
        credit(e.chain, parts);
      } else if (e.kind === "payment") {
        story.payment(e.chain, e.parts);
        credit(e.chain, e.parts);
      } else if (e.kind === "batch") {
        const held = atRouter.reduce((sum, { amount }) => sum + amount, 0n) + e.surplus;
        const first = (held * BigInt(e.cut)) / 100n;
        const rest = held - first;
        const parts = e.payees.map((payee, i) => ({
          payee,
          amount: i === 0 ? (e.payees.length === 1 ? held : first) : i === 1 ? rest : 0n,
          role: "royalty" as const,
          isCredited: e.isCredited,
        }));
        story.batch(atRouter as never, e.hasArrived ? parts : undefined, e.surplus);
        if (e.hasArrived) credit(0, parts);
        atRouter = [];
      } else if (e.kind === "claim") {
        const key = `${e.chain}/${e.payee}`;
        const amount = ((credits.get(key) ?? 0n) * e.percent) / 100n;
        credits.set(key, (credits.get(key) ?? 0n) - amount);
        story.claim(e.chain, e.payee, amount);
      } else {
        story.refund(e.chain, e.payee, wordOf("some purchase"), e.amount);
      }
    }
    return story.facts();
  });
