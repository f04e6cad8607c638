import { expect, test } from "vitest";
import type { Stage } from "../stage/stage.ts";
import { imbalancesOf } from "./conservation.ts";
import { type Holdings, place } from "./holdings.ts";

const [HOME, AWAY] = ["eip155:1", "eip155:2"];
const stage = {
  collections: [{ home: { id: HOME }, token: "0xToken", gifts: [{ id: 7n, amount: 10n }] }],
} as unknown as Stage;
const held = (more: [string, bigint][] = []): Holdings =>
  new Map([
    [place(HOME, HOME, "0xToken", 7n, "0xAda"), 6n],
    [place(HOME, HOME, "0xToken", 7n, `vault of ${AWAY}`), 4n],
    [place(AWAY, HOME, "0xToken", 7n, "0xBen"), 4n],
    ...more,
  ]);

test("vaults hold what stands for them, and all at home is what was minted", () => {
  expect(imbalancesOf(stage, held())).toEqual([]);
});

test("one unit too many at home, or away from it, is named", () => {
  const atHome = held([[place(HOME, HOME, "0xToken", 7n, "0xEve"), 1n]]);
  expect(imbalancesOf(stage, atHome)).toEqual([`minted of ${HOME}/0xToken/7: 1 too many`]);
  const away = held([[place(AWAY, HOME, "0xToken", 7n, "0xEve"), 1n]]);
  expect(imbalancesOf(stage, away)).toEqual([`${HOME}/0xToken/7 for ${AWAY}: 1 too many`]);
});
