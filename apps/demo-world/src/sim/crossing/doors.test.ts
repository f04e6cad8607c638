import { expect, test } from "vitest";
import { beginCrossing, type Crossing, type CrossingNews, tellCrossing } from "./crossing.ts";
import { type DoorState, openDoors, otherSide } from "./doors.ts";
import { readJournal, writeJournal } from "./journal.ts";

const ACCOUNT = `0x${"b".repeat(40)}`;
const TOKEN = { chain: "eip155:1", contract: `0x${"a".repeat(40)}`, id: "7" };
const THERE = { ...TOKEN, chain: "eip155:2" };
const ID = `0x${"1".repeat(64)}`;

/** A crossing after some news. */
const after = (...news: CrossingNews[]): Crossing =>
  news.reduce(tellCrossing, beginCrossing({ from: "minato", to: "garan", token: TOKEN }, 1));
const sent: CrossingNews = { kind: "sent", messageId: ID, now: 2 };
const arrived: CrossingNews = { kind: "arrived", token: THERE, now: 9 };

const doors = (part: Partial<DoorState>) =>
  openDoors({
    place: "corridor",
    from: "minato",
    crossing: undefined,
    admitted: new Set(),
    hasOtherWorld: true,
    ...part,
  });

test("the gate is open once another world is known", () => {
  expect(doors({ place: "minato" })).toEqual(["corridor"]);
  expect(doors({ place: "minato", hasOtherWorld: false })).toEqual([]);
});

test("the way back is always open; the way on, once one is let in and the item is there", () => {
  const admitted = new Set(["garan"] as const);
  expect(doors({})).toEqual(["minato"]);
  expect(doors({ admitted })).toEqual(["minato", "garan"]);
  expect(doors({ admitted, crossing: after(sent) })).toEqual(["minato"]);
  expect(doors({ admitted, crossing: after(sent, arrived) })).toEqual(["minato", "garan"]);
  expect(doors({ crossing: after(sent, arrived) })).toEqual(["minato"]);
});

test("neither a parked item nor one that never left keeps its owner", () => {
  const admitted = new Set(["garan"] as const);
  const parked = after(sent, { kind: "parked", detail: "limit", now: 5 });
  const refused = after({ kind: "problem", problem: "sponsor-empty" });
  for (const crossing of [parked, refused]) {
    expect(doors({ admitted, crossing })).toEqual(["minato", "garan"]);
  }
});

test("an item that is on its way the other way keeps nobody", () => {
  expect(doors({ from: "garan", admitted: new Set(["minato"]), crossing: after(sent) })).toEqual([
    "garan",
    "minato",
  ]);
  expect(otherSide(otherSide("minato"))).toBe("minato");
});

test("a crossing is kept and read again, for its owner alone, without its momentary problem", () => {
  const crossing = after(sent, { kind: "signed", signers: ["Minamo Bank"], quorum: 3 });
  const troubled = tellCrossing(crossing, { kind: "problem", problem: "nodes-unreachable" });
  const kept = writeJournal(ACCOUNT, troubled);
  expect(readJournal(kept, ACCOUNT.toUpperCase().replace("0X", "0x"))).toEqual(crossing);
  expect(readJournal(kept, `0x${"c".repeat(40)}`)).toBeUndefined();
});

test("a journal that is nonsense is none", () => {
  for (const text of [undefined, "", "{", "null", "[]", '{"schema":"ryugu-crossing/1"}']) {
    expect(readJournal(text, ACCOUNT)).toBeUndefined();
  }
});
