import { expect, test } from "vitest";
import {
  exampleMonth,
  exampleRequest,
  YEN as ONE_YEN,
} from "../../../test/payout/example-statement.ts";
import { accountOf, wordOf } from "../../../test/payout/market-story.ts";
import { type ChainFacts, deriveStatement, factsIn } from "./index.ts";

const facts = exampleMonth();
const { currencies, creator } = exampleRequest();

test("facts in the currencies that are asked for stay as they are", () => {
  expect(factsIn(facts, currencies)).toEqual(facts);
  expect(factsIn(facts, [])).toEqual({
    ...{ chains: facts.chains, sales: [], shares: [], batches: [], refunds: [], claims: [] },
  });
});

test("who was paid in a token that anybody made has the same statement as before", () => {
  const share = facts.shares.find(({ payee }) => creator.accounts.includes(payee));
  if (share === undefined) throw new Error("the painter got nothing");
  const junk: ChainFacts = {
    ...facts,
    shares: [
      ...facts.shares,
      {
        ...{ ...share, currency: accountOf("junk"), amount: ONE_YEN, reference: wordOf("junk") },
        logIndex: share.logIndex + 500,
      },
    ],
  };
  expect(() => deriveStatement(junk, exampleRequest())).toThrow("without a price source");
  expect(deriveStatement(factsIn(junk, currencies), exampleRequest())).toEqual(
    deriveStatement(facts, exampleRequest()),
  );
});
