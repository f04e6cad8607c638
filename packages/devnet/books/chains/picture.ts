import { erc20RailAbi, marketAbi, prepaidRailAbi, splitAbi } from "@ryugu/contracts";
import { Interface, toBeHex } from "ethers";
import { balanceOf } from "../model/balances.ts";
import type { Order } from "../model/order.ts";
import type { Books } from "../model/state.ts";
import { type Account, key, type Side } from "../model/words.ts";
import type { Orders } from "./orders.ts";
import type { World } from "./world.ts";

const TOKEN = new Interface([
  "function balanceOf(address) view returns (uint256)",
  "function totalSupply() view returns (uint256)",
  "function ownerOf(uint256) view returns (address)",
]);
const UNITS = new Interface(["function balanceOf(address, uint256) view returns (uint256)"]);
const RAIL = new Interface(erc20RailAbi);
const LEDGER = new Interface(prepaidRailAbi);
const SPLIT = new Interface(splitAbi);
const MARKET = new Interface(marketAbi);
/** The ledger's `Status`, by number. */
const STATUSES = ["none", "open", "frozen"];

/** One thing that chain and model must say alike. */
interface Question {
  readonly what: string;
  readonly to: Account;
  readonly data: string;
  /** The answer's words, as the model has them. */
  readonly expected: readonly bigint[];
}

/** Where a chain's books and the model's differ, in words. */
export async function differences(world: World, books: Books, side: Side): Promise<string[]> {
  return await compare(world, side, [
    ...moneyQuestions(books, side),
    ...ledgerQuestions(books, side),
    ...creditQuestions(books, side),
  ]);
}

/** Where the goods' owners differ. */
export async function goodsDifferences(world: World, books: Books, side: Side): Promise<string[]> {
  const { owners, units } = books.sides[side];
  const owned = [...owners].map(([name, owner]): Question => {
    const [collection = "", id = "0"] = name.split("/");
    const data = TOKEN.encodeFunctionData("ownerOf", [BigInt(id)]);
    return { what: `owner of ${name}`, to: collection, data, expected: [BigInt(owner)] };
  });
  const counted = [...units].map(([name, count]): Question => {
    const [collection = "", id = "0", holder] = name.split("/");
    const data = UNITS.encodeFunctionData("balanceOf", [holder, BigInt(id)]);
    return { what: `units ${name}`, to: collection, data, expected: [BigInt(count)] };
  });
  return await compare(world, side, [...owned, ...counted]);
}

/** Where an order's records differ. */
export async function orderDifferences(
  world: World,
  books: Books,
  orders: Orders,
  order: Order,
): Promise<string[]> {
  const hash = await orders.hashOf(order);
  const { sold, refunded, isCancelled } = books.sides[order.side].orders.get(
    key(order.seller, order.salt),
  ) ?? { sold: 0, refunded: 0, isCancelled: false };
  const { market: to } = world.stage.sides[order.side];
  const ask = (name: string, expected: bigint): Question => {
    const data = MARKET.encodeFunctionData(name, [order.seller, hash]);
    return { what: `${name} of ${order.salt}`, to, data, expected: [expected] };
  };
  return await compare(world, order.side, [
    ask("soldOf", BigInt(sold)),
    ask("refundedOf", BigInt(refunded)),
    ask("isCancelled", isCancelled ? 1n : 0n),
  ]);
}

function moneyQuestions({ stage, sides }: Books, side: Side): Question[] {
  const { tokens, rail, vault, routers } = stage.sides[side];
  const splits = stage.splits.map(({ address }) => address);
  const holders = [...stage.people, ...splits, ...routers.keys(), rail, vault];
  return tokens.flatMap(({ address: to }) => [
    {
      ...{ what: `supply of ${to}`, to, data: TOKEN.encodeFunctionData("totalSupply") },
      expected: [sides[side].supply.get(to) ?? 0n],
    },
    ...holders.map((holder) => ({
      ...{ what: `${to} of ${holder}`, to, data: TOKEN.encodeFunctionData("balanceOf", [holder]) },
      expected: [balanceOf(sides[side], to, holder)],
    })),
  ]);
}

function ledgerQuestions({ stage, sides }: Books, side: Side): Question[] {
  const { ledger: to } = stage.sides[side];
  const { ledger, outstanding } = sides[side];
  return [
    {
      ...{ what: "outstanding", to, data: LEDGER.encodeFunctionData("outstanding") },
      expected: [outstanding],
    },
    ...stage.people.map((person) => {
      const { spendable = 0n, receivable = 0n, status = "none" } = ledger.get(person) ?? {};
      const data = LEDGER.encodeFunctionData("accountOf", [person]);
      const expected = [spendable, receivable, BigInt(STATUSES.indexOf(status))];
      return { what: `account of ${person}`, to, data, expected };
    }),
  ];
}

function creditQuestions({ stage, sides }: Books, side: Side): Question[] {
  const { rail, ledger, tokens } = stage.sides[side];
  const { credits, totalCredit, splits } = sides[side];
  const currencies = tokens.map(({ address }) => address);
  const total = (to: Account, currency: Account): Question => ({
    ...{ what: `all credits of ${to} in ${currency}`, to },
    data: RAIL.encodeFunctionData("totalCredit", [currency]),
    expected: [totalCredit.get(key(to, currency)) ?? 0n],
  });
  return [
    ...currencies.map((currency) => total(rail, currency)),
    total(ledger, ledger),
    ...[...credits].map(([name, amount]) => {
      const [to = "", currency, payee] = name.split("/");
      const data = RAIL.encodeFunctionData("credit", [payee, currency]);
      return { what: `credit ${name}`, to, data, expected: [amount] };
    }),
    ...[...splits].flatMap(([to, { isMade, rounds }]) =>
      !isMade
        ? []
        : currencies.map((currency) => {
            const { amount = 0n, next = 0 } = rounds.get(currency) ?? {};
            const data = SPLIT.encodeFunctionData("openRound", [currency]);
            return { what: `round of ${to}`, to, data, expected: [amount, BigInt(next)] };
          }),
    ),
  ];
}

async function compare(world: World, side: Side, questions: Question[]): Promise<string[]> {
  const { provider } = world.chains[side];
  const answers = await Promise.all(
    questions.map(({ to, data }) => provider.send("eth_call", [{ to, data }, "latest"])),
  );
  return questions.flatMap(({ what, expected }, i) => {
    const wanted = expected.map((word) => toBeHex(word, 32).slice(2)).join("");
    const told = `${answers[i]}`.slice(2);
    return told === wanted
      ? []
      : [`${side}, ${what}: the model ${expected}, the chain ${words(told)}`];
  });
}

const words = (data: string): string =>
  (data.match(/.{64}/g) ?? []).map((word) => BigInt(`0x${word}`)).join(",");
