/** A short run of what `npm run soak:books` does at length: two real chains, and the model beside them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorld, type World } from "./chains/world.ts";
import { factsOfChains, statementDifferences } from "./compare/chain-facts.ts";
import { statementsOf } from "./compare/statements.ts";
import type { Rules } from "./model/rules.ts";
import { runChains } from "./run-chains.ts";

const SALES = 100;
const SEED = 20_261_123;
/** Rules that are broken, a seed in which the chains show it, and far more sales than that takes. */
const BROKEN: readonly (readonly [keyof Rules, number, number])[] = [
  ["feesRoundDown", 1, 60],
  ["restIsPaid", 7, 60],
  ["ordersAreCounted", 1, 60],
  ["wordsCountOnce", 7, 60],
  ["refundsAreCounted", 3, 60],
  ["creditsAreKept", 1, 60],
  ["messagesEndOnce", 61, 60],
  ["royaltiesTravel", 41, 60],
  // Five splits in each other have to be made first, and a token to come back to its seller.
  ["levelsEnd", 121, 150],
  ["approvalsEnd", 74, 150],
];

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world?.stop());

test.each(BROKEN)(
  "books that break %s are not the chains'",
  async (rule, seed, sales) => {
    await world.rewind();
    const rules = { [rule]: false };
    const { mismatch } = await runChains({ world, seed, sales, rules });
    expect(mismatch).toMatch(/^seed \d+, deed \d+, at \d+: .*the model/s);
  },
  180_000,
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
