import { custodyAbi, gatewayAbi, representation721Abi, vaultAbi } from "@ryugu/contracts";
import { describeRevert } from "@ryugu/sdk/transfer";
import { Interface } from "ethers";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PARKED_REASONS, parkedReason } from "./parked-reason.ts";

const TOKEN = `0x${"ab".repeat(20)}`;
const [gateway, custody, vault, representation] = [
  gatewayAbi,
  custodyAbi,
  vaultAbi,
  representation721Abi,
].map((abi) => new Interface(abi));

test.each([
  [gateway, "PolicyRefused", [`0x${"00".repeat(32)}`], "refused"],
  [gateway, "LaneIsRetired", [31_002], "way-closed"],
  [custody, "LimitReached", [TOKEN, 1_795_429_218], "limit"],
  [custody, "CollectionQuarantined", [TOKEN, 1_795_429_218], "stopped"],
  [custody, "CollectionUnknown", [TOKEN], "collection-unknown"],
  [representation, "TokenExists", [7], "already-there"],
  [vault, "TokenNotReleased", [TOKEN, 7], "not-handed-over"],
  [vault, "RecipientInvalid", [TOKEN], "recipient"],
  [custody, "MessageMisdirected", [], "unreadable"],
  [custody, "KindUnsupported", [1, 9], "unreadable"],
] as const)("what %# the contracts say is understood: %s", (abi, name, args, reason) => {
  // As it comes: encoded by the contract, named by the SDK.
  const data = abi?.encodeErrorResult(name, args) ?? "";
  expect(parkedReason(describeRevert(data))).toBe(reason);
});

test("whatever else is said is a reason that is not known, and never breaks", () => {
  for (const odd of [
    "no reason given",
    "0x08c379a0",
    "constructor()",
    "__proto__(1)",
    "",
    "Limit",
  ]) {
    expect(parkedReason(odd)).toBe("unknown");
  }
  expect(parkedReason(undefined)).toBe("unknown");
  fc.assert(fc.property(fc.string(), (text) => PARKED_REASONS.includes(parkedReason(text))));
});
