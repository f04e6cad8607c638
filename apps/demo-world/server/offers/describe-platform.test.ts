import { address, chainId } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { readPlatform } from "../../src/sim/protocol/platform.ts";
import { boothsOf } from "./booths.ts";
import { describePlatform } from "./describe-platform.ts";
import { PLATFORM_PLANS } from "./platform-words.ts";

const at = (n: number) => address(`0x${`0${n}`.repeat(20)}`);

test.each(["minato", "garan"] as const)("%s describes itself as its clients read it", (slug) => {
  const place = { slug, partner: "Some Company", chain: chainId(1), publicUrl: "http://localhost" };
  const told = describePlatform(place, PLATFORM_PLANS[slug], undefined);
  expect(readPlatform(JSON.stringify(told))).toEqual(told);
});

test.each(["minato", "garan"] as const)("%s says where people sell", (slug) => {
  const money = { market: at(1), rail: at(2), splits: at(3), yen: at(4) };
  const place = {
    ...{ slug, partner: "Some Company", chain: chainId(1), publicUrl: "http://localhost" },
    money,
  };
  const { market } = describePlatform(place, PLATFORM_PLANS[slug], undefined);
  expect(market).toEqual({ address: at(1), rail: at(2), splits: at(3), yen: at(4) });
});

test("every company at the fair has a booth of its own", () => {
  const { organisations } = PLATFORM_PLANS.minato;
  const booths = boothsOf("minato", organisations);
  expect(new Set(booths.values()).size).toBe(6);
  expect(new Set(organisations.map(({ colour }) => colour)).size).toBe(6);
});
