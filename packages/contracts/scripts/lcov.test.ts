import { expect, test } from "vitest";
import { parseLcov, percent, total } from "./lcov.ts";

const TRACEFILE = `TN:
SF:src/A.sol
DA:3,2
DA:4,0
BRDA:3,0,0,1
BRDA:3,0,1,-
BRDA:9,1,0,0
end_of_record
TN:
SF:src/B.sol
DA:1,1
end_of_record
`;

test("lines and branches are counted by file, and what was missed is named", () => {
  expect(parseLcov(TRACEFILE)).toEqual([
    {
      file: "src/A.sol",
      lines: { found: 2, hit: 1 },
      branches: { found: 3, hit: 1 },
      missed: [3, 4, 9],
    },
    { file: "src/B.sol", lines: { found: 1, hit: 1 }, branches: { found: 0, hit: 0 }, missed: [] },
  ]);
});

test("shares add up, and all of nothing is covered", () => {
  const files = parseLcov(TRACEFILE);
  expect(total(files.map(({ lines }) => lines))).toEqual({ found: 3, hit: 2 });
  expect(percent({ found: 3, hit: 2 })).toBeCloseTo(66.7, 1);
  expect(percent({ found: 0, hit: 0 })).toBe(100);
});
