import { DEPLOYMENT_PROXY } from "@ryugu/contracts/artifacts";
import { type Address, address } from "@ryugu/sdk/primitives";
import {
  AbiCoder,
  concat,
  getCreate2Address,
  Interface,
  type InterfaceAbi,
  id,
  keccak256,
} from "ethers";
import { WorldChainError } from "../chain/errors.ts";
import type { Operator } from "../operator/operator.ts";
import { PlatformSetupError } from "./errors.ts";

/** A contract of the platform's own, at an address that follows from what it is. */
export interface ContractPlan {
  /** What it is for; the address depends on it. */
  readonly name: string;
  readonly bytecode: string;
  readonly abi: InterfaceAbi;
  readonly args: readonly unknown[];
}

/** Where a contract is, or will be: known before anything was sent. */
export function addressOf({ name, bytecode, abi, args }: ContractPlan): Address {
  const code = creationCode(bytecode, abi, args);
  return address(getCreate2Address(DEPLOYMENT_PROXY, saltOf(name), keccak256(code)));
}

/**
 * Puts a contract on the chain through the deployment proxy that every chain has (EIP-2470's idea, at one
 * address), unless it is there.
 *
 * @throws PlatformSetupError when the chain took the transaction and the contract is not there
 */
export async function ensureDeployed(operator: Operator, plan: ContractPlan): Promise<Address> {
  const at = addressOf(plan);
  if (await hasCode(operator, at)) return at;
  const key = `deploy:${plan.name}:${at}`;
  const code = creationCode(plan.bytecode, plan.abi, plan.args);
  await operator.submit({ key, to: DEPLOYMENT_PROXY, data: concat([saltOf(plan.name), code]) });
  await operator.settled(key);
  if (await hasCode(operator, at)) return at;
  throw new PlatformSetupError("A contract of the platform is not where it should be.", {
    details: [`Contract: ${plan.name}`, `Expected at: ${at}`],
  });
}

const saltOf = (name: string) => id(`ryugu-world/${name}`);

function creationCode(bytecode: string, abi: InterfaceAbi, args: readonly unknown[]): string {
  const { deploy } = new Interface(abi);
  return concat([bytecode, AbiCoder.defaultAbiCoder().encode(deploy.inputs, args)]);
}

async function hasCode({ chain }: Operator, at: string): Promise<boolean> {
  const code = await chain.getCode(at).catch((cause) => {
    throw new WorldChainError("The platform's chain does not answer.", { cause });
  });
  return code !== "0x";
}
