import fc from "fast-check";
import { expect, test } from "vitest";
import { allowanceFor, SPONSOR_LIMITS } from "./allowance.ts";

const { target, perPersonDaily, daily } = SPONSOR_LIMITS;
const ask = (balance: bigint, givenToPerson = 0n, givenToAll = givenToPerson) =>
  allowanceFor({ balance, givenToPerson, givenToAll }, SPONSOR_LIMITS);

test("an empty account is filled up, one that is half full is left alone", () => {
  expect(ask(0n)).toEqual({ kind: "give", amount: target });
  expect(ask(target / 4n)).toEqual({ kind: "give", amount: target - target / 4n });
  expect(ask(target / 2n)).toEqual({ kind: "enough" });
});

test("neither a person nor all together get more than their day's limit", () => {
  expect(ask(0n, perPersonDaily)).toEqual({ kind: "person-limit" });
  expect(ask(0n, 0n, daily)).toEqual({ kind: "platform-limit" });
});

test("who spends and asks all day never gets past the limit", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: target }), { maxLength: 60 }), (spent) => {
      let [balance, given] = [0n, 0n];
      for (const some of spent) {
        const allowance = ask(balance, given);
        if (allowance.kind === "give") {
          balance += allowance.amount;
          given += allowance.amount;
        }
        balance = balance > some ? balance - some : 0n;
      }
      expect(given).toBeLessThanOrEqual(perPersonDaily);
    }),
  );
});
