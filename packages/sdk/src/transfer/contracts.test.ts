import { gatewayAbi, representation721Abi } from "@ryugu/contracts";
import { Interface } from "ethers";
import { expect, test } from "vitest";
import { contractErrors } from "../../test/contract-errors.ts";
import { GATEWAY_ABI, REPRESENTATION_ABI } from "./gateway-abi.ts";
import { KNOWN_ERRORS } from "./known-errors.ts";

const told = (abi: Interface) =>
  abi.fragments
    .filter(({ type }) => type === "function" || type === "event")
    .map((fragment) => fragment.format("full"));

test("what transfers ask of a gateway is as the contracts have it, names included", () => {
  expect(told(new Interface(gatewayAbi))).toEqual(
    expect.arrayContaining(told(new Interface(GATEWAY_ABI))),
  );
  expect(told(new Interface(representation721Abi))).toEqual(
    expect.arrayContaining(told(new Interface(REPRESENTATION_ABI))),
  );
});

test("every error of the contracts is known by name; scripts/known-errors.ts renews them", () => {
  expect(KNOWN_ERRORS).toEqual(contractErrors());
});
