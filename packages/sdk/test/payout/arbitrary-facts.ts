import fc from "fast-check";
import type { ChainFacts } from "../../src/payout/statement/index.ts";
import type { Address } from "../../src/primitives/index.ts";
import {
  accountOf,
  MARKET_FEE,
  MarketStory,
  ROUTER,
  type StoryPart,
  type StorySource,
  wordOf,
} from "./market-story.ts";

const SPLIT = accountOf("a split that divides later");

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
  /** To the router away, to the split at home. */
  routed: amounts,
  /** What came back while it was being paid. */
  surplus: fc.option(
    part("surplus", people).map((credit) => ({ ...credit, isCredited: true })),
    { nil: undefined },
  ),
  /** None: in the same transaction, for the same purpose. */
  after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200_000 })),
  isSame: fc.boolean(),
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
    percent: fc.bigInt({ min: 0n, max: 100n }),
    payee: people,
    isCredited: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("divide" as const),
    percent: fc.bigInt({ min: 0n, max: 100n }),
    payees: fc.tuple(people, people),
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
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

/** What waits in a rail, a router and a split while a story is told. */
class Teller {
  readonly story = new MarketStory();
  readonly #credits = new Map<string, bigint>();
  #atRouter: StorySource[] = [];
  #atSplit: StorySource[] = [];

  tell(event: Event): void {
    if (event.kind === "sale") this.#sale(event);
    else if (event.kind === "payment") {
      this.#credit(event.chain, event.parts);
      this.story.payment(event.chain, event.parts);
    } else if (event.kind === "batch") this.#batch(event);
    else if (event.kind === "divide") this.#divide(event);
    else if (event.kind === "claim") this.#claim(event);
    else this.story.refund(event.chain, event.payee, wordOf("some purchase"), event.amount);
  }

  #sale(event: Extract<Event, { kind: "sale" }>): void {
    const { chain, routed, surplus, after } = event;
    const [proceeds, fee, royalties] = event.parts;
    const payee = chain === 1 ? ROUTER : SPLIT;
    const passedOn = { payee, amount: routed, role: "royalty" as const, isForwarded: true };
    const parts = [
      proceeds,
      fee,
      ...royalties,
      passedOn,
      ...(surplus === undefined ? [] : [surplus]),
    ];
    const reference = event.isSame ? { reference: wordOf("the same again") } : {};
    const of = this.story.sale({ chain, parts, after, ...reference });
    (chain === 1 ? this.#atRouter : this.#atSplit).push({ of, amount: routed });
    this.#credit(chain, parts);
  }

  /** The router's message: a part to somebody, the rest to the split, which passes it on. */
  #batch(event: Extract<Event, { kind: "batch" }>): void {
    const sources = this.#atRouter;
    this.#atRouter = [];
    const held = sum(sources) + event.surplus;
    const amount = (held * event.percent) / 100n;
    const { payee, isCredited } = event;
    const parts: StoryPart[] = [
      { payee, amount, role: "royalty", isCredited },
      { payee: SPLIT, amount: held - amount, role: "royalty", isForwarded: true },
    ];
    const of = this.story.batch(sources, event.hasArrived ? parts : undefined, event.surplus);
    if (!event.hasArrived) return;
    this.#credit(0, parts);
    this.#atSplit.push({ of, amount: held - amount });
  }

  #divide(event: Extract<Event, { kind: "divide" }>): void {
    const sources = this.#atSplit;
    this.#atSplit = [];
    const held = sum(sources);
    const first = (held * event.percent) / 100n;
    const [one, other] = event.payees;
    const parts: StoryPart[] = [
      { payee: one, amount: first, role: "royalty", isCredited: event.isCredited },
      { payee: other, amount: held - first, role: "royalty" },
    ];
    this.story.divide(SPLIT, sources, parts);
    this.#credit(0, parts);
  }

  #claim({ chain, payee, percent }: Extract<Event, { kind: "claim" }>): void {
    const key = `${chain}/${payee}`;
    const amount = ((this.#credits.get(key) ?? 0n) * percent) / 100n;
    this.#credits.set(key, (this.#credits.get(key) ?? 0n) - amount);
    this.story.claim(chain, payee, amount);
  }

  #credit(chain: 0 | 1, parts: readonly StoryPart[]): void {
    for (const { payee, amount, isCredited } of parts) {
      const key = `${chain}/${payee}`;
      if (isCredited) this.#credits.set(key, (this.#credits.get(key) ?? 0n) + amount);
    }
  }
}

const sum = (sources: readonly StorySource[]) =>
  sources.reduce((total, { amount }) => total + amount, 0n);

/**
 * Facts of some days on two chains: sales, some of the same thing again and in one transaction, royalties through a router and a
 * split, payments, claims, refunds, and money that came back.
 */
export const arbitraryFacts: fc.Arbitrary<ChainFacts> = fc
  .array(event, { minLength: 1, maxLength: 25 })
  .map((events) => {
    const teller = new Teller();
    for (const each of events) teller.tell(each);
    return teller.story.facts();
  });
