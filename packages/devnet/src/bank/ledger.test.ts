import fc from "fast-check";
import { expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { balanceOf, LEDGER_TABLES, type LedgerAccount, post, trialBalance } from "./ledger.ts";

const ACCOUNTS: readonly LedgerAccount[] = ["cash", "deposit", "transit", "interbank", "fees"];

test("a posting whose sides differ leaves nothing behind", () => {
  const database = openDatabase(":memory:", LEDGER_TABLES);
  const lines = [
    { account: "cash", debit: 2n } as const,
    { account: "deposit", credit: 1n } as const,
  ];
  expect(() => database.transaction(() => post(database, "wrong", lines))).toThrow(
    expect.objectContaining({ code: "ledger-unbalanced" }),
  );
  expect(trialBalance(database)).toEqual([]);
  database.close();
});

test("whatever is posted, debits equal credits and no account is overdrawn", () => {
  const line = fc.record({
    account: fc.constantFrom(...ACCOUNTS),
    debit: fc.bigInt({ min: 0n, max: 100n }),
    credit: fc.bigInt({ min: 0n, max: 100n }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 12 }), (postings) => {
      const database = openDatabase(":memory:", LEDGER_TABLES);
      const opening = [
        { account: "cash", debit: 500n },
        { account: "deposit", credit: 500n },
      ] as const;
      for (const lines of [opening, ...postings]) {
        try {
          database.transaction(() => post(database, "any", lines));
        } catch (error) {
          expect(error).toMatchObject({ code: "ledger-unbalanced" });
        }
      }
      const sums = trialBalance(database);
      const total = (side: "debit" | "credit") => sums.reduce((sum, one) => sum + one[side], 0n);
      expect(total("debit")).toBe(total("credit"));
      for (const account of ACCOUNTS)
        expect(balanceOf(database, account)).toBeGreaterThanOrEqual(0n);
      database.close();
    }),
    { numRuns: 50 },
  );
});
