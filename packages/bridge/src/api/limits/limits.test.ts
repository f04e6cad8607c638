import { expect, test } from "vitest";
import { addressGroup, addressMatcher } from "./address.ts";
import { createOfferBudget } from "./offer-budget.ts";
import { streamPlaces } from "./stream-places.ts";
import { createTimeBudget } from "./time-budget.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::6", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("%s counts as %s", (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

test("networks match the addresses in them, in both spellings", () => {
  const matches = addressMatcher(["10.0.0.0/8", "192.0.2.1", "2001:db8::/32"]);
  for (const inside of ["10.9.9.9", "::ffff:10.9.9.9", "192.0.2.1", "2001:db8:7::1"])
    expect(matches(inside)).toBe(true);
  for (const outside of ["11.0.0.1", "192.0.2.2", "2001:db9::1", "", "no address"])
    expect(matches(outside)).toBe(false);
});

test("offers of no use are counted before they are computed, useful ones are not counted", () => {
  let time = 0;
  const budget = createOfferBudget({ now: () => time });
  for (let i = 0; i < 1_000; i++) budget.take("peer", 64)(64);
  const fill = (address: string) => {
    for (let i = 0; i < 18; i++) budget.take(address, 64);
    expect(() => budget.take(address, 64)).toThrow(/no use/);
  };
  fill("stranger");
  time = 60_000;
  budget.take("stranger", 64);
  time = 120_000;
  // Many strangers together use up what all have, and a peer that brought something is heard all the same.
  for (const address of ["a", "b", "c", "d", "e"]) fill(address);
  expect(() => {
    for (let i = 0; i < 18; i++) budget.take("f", 64);
  }).toThrow(/no use/);
  budget.take("peer", 64)(64);
});

test("streams are counted for each address, and a place is given back once", () => {
  const places = streamPlaces({ streams: 3, streamsPerAddress: 2 });
  const leave = places.take("192.0.2.1");
  places.take("192.0.2.1");
  expect(() => places.assertRoom("192.0.2.1")).toThrow(/Too many streams/);
  places.take("192.0.2.2");
  expect(() => places.assertRoom("192.0.2.3")).toThrow(/Too many streams/);
  leave();
  leave();
  places.assertRoom("192.0.2.1");
  places.take("192.0.2.3");
  expect(() => places.assertRoom("192.0.2.4")).toThrow(/Too many streams/);
});

test("what is computed for an address is counted, and what was begun is finished", async () => {
  let time = 0;
  const budget = createTimeBudget({ now: () => time }, { perAddress: 10, total: 25 });
  const work = (address: string, took: number) =>
    budget.open(address).spend(async (onSpent) => onSpent(took));
  const one = budget.open("one");
  await one.spend(async (onSpent) => onSpent(12));
  await one.spend(async (onSpent) => onSpent(1));
  await expect(work("one", 1)).rejects.toMatchObject({ code: "too-many-requests" });
  const failing = budget.open("two").spend(async (onSpent) => {
    onSpent(12);
    throw new Error("in vain");
  });
  await expect(failing).rejects.toThrow("in vain");
  // All together have had enough.
  await expect(work("three", 1)).rejects.toMatchObject({ code: "too-many-requests" });
  time += 60_000;
  await work("one", 1);
  await work("three", 1);
});
