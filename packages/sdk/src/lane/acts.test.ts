import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { address, type Bytes32, chainId, type Hex, ZERO_ADDRESS } from "../primitives/index.ts";
import {
  councilActDigest,
  holdingClaimDigest,
  pauseDigest,
  recoverSigner,
  redirectDigest,
  rotationDigest,
  sendDigest,
  signCouncilAct,
  signHoldingClaim,
  signPause,
  signRedirect,
  signRotation,
  signSend,
  validatorSet,
  zoneId,
} from "./index.ts";

const wallet = new Wallet(`0x${"7".repeat(64)}`);
const me = address(wallet.address);
const zone = zoneId("ryugu-test");
const on = { chain: chainId(31_337), gateway: address(`0x${"11".repeat(20)}`) };
const word = (byte: string) => `0x${byte.repeat(32)}` as Bytes32;

const halt = { laneId: word("1a"), sequence: 41, head: word("2b") };
const rotation = { set: validatorSet(1, 1, [me]), validFrom: 0 };
const pause = {
  validator: me,
  counterpartChain: null,
  token: ZERO_ADDRESS,
  duration: 3_600,
  nonce: 0,
};
const redirect = { messageId: word("3c"), recipient: me, expiry: 1_800_000_000 };
const claim = { leaf: word("4d"), recipient: me, expiry: 1_800_000_000 };
const send = {
  sender: me,
  destinationChain: chainId(31_338),
  token: on.gateway,
  ids: [7n],
  amounts: [],
  recipient: me,
  refundAccount: me,
  deadline: 0,
  reference: "0x" as Hex,
  nonce: 1n,
  expiry: 1_800_000_000,
};

test.each([
  [
    "an act",
    signCouncilAct(wallet, zone, on, 3, "Halt", halt),
    councilActDigest(zone, on, 3, "Halt", halt),
  ],
  ["a rotation", signRotation(wallet, zone, rotation), rotationDigest(zone, rotation)],
  ["a pause", signPause(wallet, zone, on, pause), pauseDigest(zone, on, pause)],
  ["a send", signSend(wallet, zone, on, send), sendDigest(zone, on, send)],
  ["a redirect", signRedirect(wallet, zone, on, redirect), redirectDigest(zone, on, redirect)],
  [
    "a holding's way",
    signHoldingClaim(wallet, zone, on, claim),
    holdingClaimDigest(zone, on, claim),
  ],
])("who signs %s signs its digest", async (_, signing, digest) => {
  expect(recoverSigner(digest, await signing)).toBe(me);
});

test("a validator's signatures are compact, as gateways take them", async () => {
  expect(await signCouncilAct(wallet, zone, on, 3, "Halt", halt)).toHaveLength(2 + 2 * 64);
  expect(await signRotation(wallet, zone, rotation)).toHaveLength(2 + 2 * 64);
  expect(await signPause(wallet, zone, on, pause)).toHaveLength(2 + 2 * 64);
});

test("an act is good for one gateway, one nonce and one purpose only", () => {
  const chain = { counterpartChain: chainId(31_338) };
  const elsewhere = { ...on, chain: chainId(31_339) };
  const digests = [
    councilActDigest(zone, on, 3, "RetireLane", chain),
    councilActDigest(zone, on, 4, "RetireLane", chain),
    councilActDigest(zone, on, 3, "CancelWindDown", chain),
    councilActDigest(zone, elsewhere, 3, "RetireLane", chain),
    councilActDigest(zoneId("another"), on, 3, "RetireLane", chain),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});
