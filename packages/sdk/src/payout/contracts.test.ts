import {
  custodyAbi,
  erc20RailAbi,
  gatewayAbi,
  prepaidRailAbi,
  royaltyRouterAbi,
  splitAbi,
  splitFactoryAbi,
} from "@ryugu/contracts";
import { Interface, type InterfaceAbi } from "ethers";
import { expect, test } from "vitest";
import { payoutErrors } from "../../test/contract-errors.ts";
import { CREDIT_ABI } from "./credit/credit-abi.ts";
import { KNOWN_ERRORS } from "./known-errors.ts";
import { PREPAID_ABI, RAIL_ABI } from "./rail/rail-abi.ts";
import { ROUTER_ABI, ROYALTY_CUSTODY_ABI, ROYALTY_GATEWAY_ABI } from "./royalty/royalty-abi.ts";
import { FACTORY_ABI, SPLIT_ABI } from "./split/split-abi.ts";

/** Functions and events; what an argument is called matters to nobody but readers. */
const told = (abi: InterfaceAbi) =>
  new Interface(abi).fragments
    .filter(({ type }) => type === "function" || type === "event")
    .map((fragment) => fragment.format("full"));

test.each([
  ["a split's credits", CREDIT_ABI, splitAbi],
  ["an ERC-20 rail's credits", CREDIT_ABI, erc20RailAbi],
  ["a ledger's credits", CREDIT_ABI, prepaidRailAbi],
  ["a split", SPLIT_ABI, splitAbi],
  ["a factory", FACTORY_ABI, splitFactoryAbi],
  ["an ERC-20 rail", RAIL_ABI, erc20RailAbi],
  ["a ledger as a rail", RAIL_ABI, prepaidRailAbi],
  ["a ledger", PREPAID_ABI, prepaidRailAbi],
  ["a gateway", ROYALTY_GATEWAY_ABI, gatewayAbi],
  ["a custody", ROYALTY_CUSTODY_ABI, custodyAbi],
  ["a router", ROUTER_ABI, royaltyRouterAbi],
])("what is asked of %s is as the contract has it", (_what, asked, has) => {
  expect(told(has)).toEqual(expect.arrayContaining(told(asked)));
});

test("every error of the contracts is known by name; scripts/known-errors.ts renews them", () => {
  expect(KNOWN_ERRORS).toEqual(payoutErrors());
});
