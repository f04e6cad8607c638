import { expect, test } from "vitest";
import { address, chainId } from "../../primitives/index.ts";
import { type GatewayLanes, openMissingLanes } from "./missing-lanes.ts";

const [HOME, AWAY, THIRD] = [chainId(1), chainId(2), chainId(3)];
const ALL = [HOME, AWAY, THIRD];

const gateway = (chain: typeof HOME, more: Partial<GatewayLanes> = {}): GatewayLanes => ({
  chain,
  gateway: address(`0x${chain.slice(-1).repeat(40)}`),
  epoch: 1,
  nonce: 0,
  counterparts: [],
  wanted: ALL.filter((other) => other !== chain),
  ...more,
});

test("each lane that is wanted and not there is opened once at each end, with nonces in turn", () => {
  const gateways = [
    gateway(HOME, { nonce: 4, counterparts: [AWAY] }),
    gateway(AWAY, { counterparts: [HOME] }),
    gateway(THIRD, { nonce: 7 }),
  ];
  const acts = openMissingLanes(gateways, ALL);
  expect(acts.map(({ chain, nonce, values }) => [chain, nonce, values.counterpartChain])).toEqual([
    [HOME, 4, THIRD],
    [AWAY, 0, THIRD],
    [THIRD, 7, HOME],
    [THIRD, 8, AWAY],
  ]);
  expect(acts[0]?.values).toMatchObject({ epoch: "1", counterpartGateway: gateways[2]?.gateway });
  expect(openMissingLanes(gateways, [AWAY])).toHaveLength(1);
});

test("a gateway that lacks a rotation opens no lane, and none is opened to it", () => {
  const gateways = [gateway(HOME), gateway(AWAY, { epoch: 0 })].map((each) => ({
    ...each,
    wanted: each.wanted.filter((other) => other !== THIRD),
  }));
  for (const on of [HOME, AWAY])
    expect(() => openMissingLanes(gateways, [on])).toThrow("has not taken every rotation");
});

test("one that has all of its lanes may be behind", () => {
  const late = gateway(THIRD, { epoch: 0, counterparts: [HOME, AWAY] });
  const gateways = [
    gateway(HOME, { counterparts: [THIRD] }),
    gateway(AWAY, { counterparts: [THIRD] }),
    late,
  ];
  expect(openMissingLanes(gateways, ALL)).toHaveLength(2);
});

test("no lane leads to a gateway that nothing is known of", () => {
  expect(() => openMissingLanes([gateway(HOME), gateway(AWAY)], [HOME])).toThrow(
    "nothing is known",
  );
});
