import { expect, test } from "vitest";
import { firstDifference } from "./statement-difference.ts";

const line = (transaction: string, units: string) => ({ transaction, share: { units } });
const statement = {
  chains: [{ id: "eip155:1", toBlock: 9 }],
  lines: [line("0xa1", "5"), line("0xb2", "7")],
  totals: { share: "12" },
};

test("two that say the same do not differ, whatever the order of their fields", () => {
  const { totals, ...rest } = statement;
  expect(firstDifference(statement, { totals, ...rest })).toBeUndefined();
});

test.each([
  [
    "a unit",
    { ...statement, lines: [line("0xa1", "5"), line("0xb2", "8")] },
    { path: "lines[1].share.units", transaction: "0xb2", theirs: '"7"', ours: '"8"' },
  ],
  [
    "a line that they lack",
    { ...statement, lines: [...statement.lines, line("0xc3", "1")] },
    { path: "lines[2]", transaction: "0xc3", ours: '{"share":{"units":"1"},"transaction":"0xc3"}' },
  ],
  [
    "a line that is not on the chain",
    { ...statement, lines: [line("0xa1", "5")] },
    {
      path: "lines[1]",
      transaction: "0xb2",
      theirs: '{"share":{"units":"7"},"transaction":"0xb2"}',
    },
  ],
  [
    "a block",
    { ...statement, chains: [{ id: "eip155:1", toBlock: 8 }] },
    { path: "chains[0].toBlock", theirs: "9", ours: "8" },
  ],
  ["a name that they do not give", { ...statement, names: {} }, { path: "names", ours: "{}" }],
  [
    "a list in place of a thing",
    { ...statement, totals: ["12"] },
    { path: "totals", theirs: '{"share":"12"}', ours: '["12"]' },
  ],
])("%s is named", (_what, ours, difference) => {
  expect(firstDifference(statement, ours)).toEqual(difference);
});
