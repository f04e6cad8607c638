/** A short run of what `npm run soak:books` does at length: two real chains, and the model beside them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorld, type World } from "./chains/world.ts";
import { factsOfChains, statementDifferences } from "./compare/chain-facts.ts";
import { statementsOf } from "./compare/statements.ts";
import type { Rules } from "./model/rules.ts";
import { runChains } from "./run-chains.ts";

const SALES = 100;
const SEED = 20_261_123;
/** Rules that are broken, and a seed in which the chains soon show it. */
const BROKEN: readonly (readonly [keyof Rules, number])[] = [
  ["feesRoundDown", 35],
  ["restIsPaid", 64],
  ["ordersAreCounted", 51],
  ["wordsCountOnce", 35],
  ["refundsAreCounted", 58],
  ["creditsAreKept", 6],
  ["messagesEndOnce", 61],
];
/** Far beyond where any of them shows. */
const ENOUGH = 60;

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world?.stop());

test.each(BROKEN)(
  "books that break %s are not the chains'",
  async (rule, seed) => {
    await world.rewind();
    const rules = { [rule]: false };
    const { mismatch } = await runChains({ world, seed, sales: ENOUGH, rules });
    expect(mismatch).toMatch(/^seed \d+, deed \d+, at \d+: .*the model/s);
  },
  90_000,
);

test("after every deed the chains' books are the model's, and so is every creator's statement", async () => {
  await world.rewind();
  const run = await runChains({ world, seed: SEED, sales: SALES });
  expect(run.mismatch).toBeUndefined();
  const model = statementsOf(world.stage, run.facts);
  const facts = await factsOfChains(world);
  const chains = statementsOf(world.stage, facts);
  expect(facts.sales).toHaveLength(SALES);
  expect(model.reconciliation.differences).toEqual([]);
  expect(chains.reconciliation.differences).toEqual([]);
  expect(statementDifferences(model.statements, chains.statements)).toEqual([]);
}, 180_000);
