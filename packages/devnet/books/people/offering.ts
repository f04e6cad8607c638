import type { Order } from "../model/order.ts";
import type { StageCollection } from "../model/stage.ts";
import type { Books } from "../model/state.ts";
import { SIDES } from "../model/words.ts";
import { fullTime } from "./clock.ts";
import type { Memory } from "./memory.ts";
import type { Random } from "./random.ts";
import { TOKENS } from "./stage-plan.ts";

/** What a price is drawn below, in units: from dust to what an account of the ledger may hold. */
const PRICES = [10n, 1_000n, 20_000n, 300_000n];
/** Most lists are short. */
const SHORT = 10;
const FEES = [0n, 1n, 25n, 250n, 333n];

/** Somebody offers what they have, or would like to have. */
export function newOrder(books: Books, random: Random, memory: Memory): Order {
  const { stage } = books;
  const side = random.pick(SIDES);
  const work = random.pick(stage.collections.filter((one) => one.side === side));
  const { seller, tokenId, quantity } = goodsOf(books, random, work);
  const { rail, ledger, tokens } = stage.sides[side];
  // Most sellers know that a royalty for creators on the other chain is not paid in entries of a ledger.
  const isRouted =
    work.royalty !== undefined && stage.sides[side].routers.has(work.royalty.receiver);
  const isPrepaid = random.chance(isRouted ? 0.03 : 0.25);
  const isBrought = random.chance(0.5);
  return {
    ...{ side, kind: work.kind, collection: work.address, seller, tokenId, quantity },
    salt: `${memory.salts++}`,
    ...{
      rail: isPrepaid ? ledger : rail,
      currency: isPrepaid ? ledger : random.pick(tokens).address,
    },
    price: 1n + BigInt(random.below(Number(random.pick(PRICES)))),
    payee: payeeOf(books, random, work, seller),
    mostRoyalty: random.chance(0.97) ? 2_000n : 100n,
    intermediary: isBrought ? random.pick(stage.people.slice(-2)) : undefined,
    fee: isBrought ? random.pick(FEES) : 0n,
    buyer: random.chance(0.03) ? random.pick(stage.people) : undefined,
    cap: random.chance(0.05) ? { most: 1 + random.below(3), tag: random.below(4) } : undefined,
    validAfter: random.chance(0.02) ? fullTime(books.now, 1) : 0,
    validBefore: fullTime(books.now, random.chance(0.05) ? 2 : 20 + random.below(200)),
    counter: books.sides[side].counters.get(seller) ?? 0,
    isSigned: !random.chance(0.005),
  };
}

function goodsOf({ sides }: Books, random: Random, work: StageCollection) {
  const { owners, units } = sides[work.side];
  const prefix = `${work.address}/`;
  const one = { seller: work.owner, tokenId: 0n, quantity: 1 };
  if (work.kind === "voucher") {
    return { ...one, quantity: 1 + random.below(30) };
  }
  if (work.kind === "erc721") {
    const tokenId = work.firstToken + BigInt(random.below(TOKENS));
    return { ...one, seller: owners.get(`${prefix}${tokenId}`) ?? "", tokenId };
  }
  const held = [...units].filter(([name, count]) => name.startsWith(prefix) && count > 0);
  const [name, count] = random.pick(held);
  const [, tokenId = "0", seller = ""] = name.split("/");
  // Sometimes more than there is.
  return { seller, tokenId: BigInt(tokenId), quantity: 1 + random.below(count + 3) };
}

/** Creators sell through splits, collectors mostly for themselves. */
function payeeOf({ stage }: Books, random: Random, work: StageCollection, seller: string): string {
  if (random.chance(work.kind === "voucher" ? 0.8 : 0.3)) {
    const short = stage.splits.filter(({ shares }) => shares.length <= SHORT);
    return random.pick(random.chance(0.97) ? short : stage.splits).address;
  }
  const { royalty } = work;
  if (royalty !== undefined && random.chance(0.05)) return royalty.receiver;
  return random.chance(0.9) ? seller : random.pick(stage.people);
}
