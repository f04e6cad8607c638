import { expect, test } from "vitest";
import { differences, type Holdings, place } from "./holdings.ts";

const MINE = place("eip155:1", "eip155:1", "0xToken", 7n, "0xAda");
const VAULT = place("eip155:1", "eip155:1", "0xToken", 8n, "vault of eip155:2");
const AWAY = place("eip155:2", "eip155:1", "0xToken", 8n, "0xBen");
const held = (): Holdings =>
  new Map([
    [MINE, 1n],
    [VAULT, 5n],
    [AWAY, 5n],
  ]);

test("equal holdings have no difference, in whatever order they were read", () => {
  expect(differences(held(), new Map([...held()].reverse()))).toEqual([]);
});

test("one unit more, one less, one that only one side knows: each is named", () => {
  const tampered = held();
  tampered.set(AWAY, 6n);
  tampered.delete(MINE);
  tampered.set("somewhere else", 1n);
  expect(differences(tampered, held())).toEqual([
    { place: AWAY, chain: 6n, model: 5n },
    { place: "somewhere else", chain: 1n, model: 0n },
    { place: MINE, chain: 0n, model: 1n },
  ]);
});
