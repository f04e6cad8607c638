import { gatewayAbi } from "@ryugu/contracts";
import type { Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { expect, test } from "vitest";
import { word } from "../../test/model/messages.ts";
import { gatewayViews } from "./gateway-views.ts";

const gateway = new Interface(gatewayAbi);

const laneAnswer = (delivered: number): Hex =>
  gateway.encodeFunctionResult("inboundLane", [
    [word("head"), delivered, 0, 0, 0, 0, false, false],
  ]) as Hex;

test("each lane is asked for in words of its own", () => {
  const views = gatewayViews();
  const ask = (lane: string) => views.encode("inboundLane", [word(lane)]);
  expect(ask("one")).toBe(gateway.encodeFunctionData("inboundLane", [word("one")]));
  expect(ask("other")).toBe(gateway.encodeFunctionData("inboundLane", [word("other")]));
  expect(ask("one")).not.toBe(ask("other"));
});

test("what an answer says is what it says, the first time and the next, also after many others", () => {
  const views = gatewayViews();
  const read = (delivered: number) =>
    views.decode("inboundLane", laneAnswer(delivered))[0].delivered;
  for (let delivered = 0; delivered < 300; delivered++)
    expect(read(delivered)).toBe(BigInt(delivered));
  expect([read(299), read(0), read(299)]).toEqual([299n, 0n, 299n]);
});

test("what is no answer is refused each time", () => {
  const views = gatewayViews();
  const nonsense = () => views.decode("outboundLane", "0x1234");
  expect(nonsense).toThrow();
  expect(nonsense).toThrow();
});
