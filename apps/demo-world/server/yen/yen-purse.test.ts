import { testYenAbi } from "@ryugu/contracts";
import { type MoneyChain, startMoneyChain } from "@ryugu/devnet";
import { type Address, address } from "@ryugu/sdk/primitives";
import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openChainOperator, operatorKey } from "../../test/support/chain-operator.ts";
import { OPERATOR_TABLES } from "../operator/ledger.ts";
import type { Operator } from "../operator/operator.ts";
import { openWorldStore } from "../store/world-store.ts";
import { openYenPurse, YEN_FOR_EACH } from "./yen-purse.ts";

const key = operatorKey();
const store = openWorldStore(":memory:", [OPERATOR_TABLES]);
const person = (): Address => address(operatorKey().address);
const full = { given: YEN_FOR_EACH, balance: YEN_FOR_EACH };
let chain: MoneyChain;
let operator: Operator;
let yen: Contract;

beforeAll(async () => {
  chain = await startMoneyChain({ funded: [address(key.address)] });
  operator = openChainOperator(chain, key, store);
  yen = new Contract(chain.money.yen, testYenAbi, chain.issuer);
});
afterAll(async () => {
  operator?.close();
  await chain?.stop();
});

async function issue(name: string, ...args: unknown[]): Promise<void> {
  await (await yen.getFunction(name)(...args)).wait();
}
const stock = (count: bigint) => issue("mint", key.address, count * YEN_FOR_EACH);
const purse = () => openYenPurse(operator, chain.money.yen);

test("before the stock has come nobody is given anything, and afterwards the same ask is served", async () => {
  const { give } = purse();
  const anna = person();
  const refused = give(anna);
  await expect(refused).rejects.toMatchObject({ code: "yen-empty", status: 503, retryable: true });
  await stock(1n);
  expect(await give(anna)).toEqual(full);
});

test("each gets it once, however often and at once, also after a restart", async () => {
  await stock(1n);
  const { give } = purse();
  const ben = person();
  const answers = await Promise.all([give(ben), give(ben), give(ben)]);
  expect(answers).toEqual([full, full, full]);
  expect(await purse().give(ben)).toEqual({ given: 0n, balance: YEN_FOR_EACH });
  operator.close();
  operator = openChainOperator(chain, key, store);
  expect(await purse().give(ben)).toEqual({ given: 0n, balance: YEN_FOR_EACH });
});

test("what is promised to one is not given to another: of a stock for two, two of five get theirs, and the rest later", async () => {
  await stock(2n);
  const { give } = purse();
  const people = [1, 2, 3, 4, 5].map(person);
  const answers = await Promise.allSettled(people.map(give));
  const served = answers.filter(({ status }) => status === "fulfilled");
  expect(served).toHaveLength(2);
  for (const answer of answers) {
    if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "yen-empty" });
  }
  await stock(3n);
  await Promise.all(people.map(give));
  const held = await Promise.all(people.map((account) => yen.getFunction("balanceOf")(account)));
  expect(held).toEqual(people.map(() => YEN_FOR_EACH));
});

test("an account that the issuer blocks is told so, and gets its yen once it is not blocked any more", async () => {
  await stock(1n);
  const { give } = purse();
  const shut = person();
  await issue("setBlocked", shut, true);
  await expect(give(shut)).rejects.toMatchObject({ code: "yen-refused", status: 422 });
  await issue("setBlocked", shut, false);
  expect(await give(shut)).toEqual(full);
});
