import { expect, test } from "vitest";
import { address, chainId } from "../primitives/index.ts";
import { appendHead, headsAfter, InvalidZoneNameError, laneId, zoneId } from "./index.ts";

const lane = {
  zoneId: zoneId("ryugu-test"),
  origin: { chain: chainId(1), gateway: address(`0x${"11".repeat(20)}`) },
  destination: { chain: chainId(2), gateway: address(`0x${"11".repeat(20)}`) },
};

test("a lane id changes with each thing it names, and with the direction", () => {
  const ids = [
    lane,
    { ...lane, zoneId: zoneId("ryugu-tes") },
    { ...lane, origin: { ...lane.origin, chain: chainId(3) } },
    { ...lane, destination: { ...lane.destination, gateway: address(`0x${"12".repeat(20)}`) } },
    { ...lane, origin: lane.destination, destination: lane.origin },
  ].map(laneId);
  expect(new Set(ids).size).toBe(ids.length);
});

test("heads commit to content and order", () => {
  const start = laneId(lane);
  const [a, b] = [zoneId("aaa"), zoneId("bbb")];
  expect(headsAfter(start, [a, b]).at(-1)).toBe(appendHead(appendHead(start, a), b));
  expect(headsAfter(start, [b, a]).at(-1)).not.toBe(headsAfter(start, [a, b]).at(-1));
  expect(headsAfter(start, [])).toEqual([]);
});

test("zone names are bounded", () => {
  for (const name of ["", "ab", "x".repeat(64), "Ryugu", "ryu gu", "竜宮", "ryugu\n"]) {
    expect(() => zoneId(name)).toThrow(InvalidZoneNameError);
  }
});
