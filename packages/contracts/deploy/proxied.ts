import {
  AbiCoder,
  concat,
  getCreate2Address,
  Interface,
  type InterfaceAbi,
  id,
  keccak256,
} from "ethers";
import { DEPLOYMENT_PROXY } from "../abi/artifacts.ts";
import type { StepCall } from "./steps.ts";

/** A contract that is deployed through the deterministic deployment proxy. */
export interface ProxiedSpec {
  /** What it is for. Of one code and the same arguments there may be several, each for a use of its own. */
  use: string;
  bytecode: string;
  abi: InterfaceAbi;
  args: readonly unknown[];
}

/** Where such a contract is on every chain, and the transaction that anybody may put it there with. */
export interface ProxiedContract {
  address: string;
  call: StepCall;
}

/** Computes where a contract is, or will be: its address follows from what it is, and from nothing else. */
export function proxied({ use, bytecode, abi, args }: ProxiedSpec): ProxiedContract {
  const { deploy } = new Interface(abi);
  const code = concat([bytecode, AbiCoder.defaultAbiCoder().encode(deploy.inputs, args)]);
  const salt = id(use);
  return {
    address: getCreate2Address(DEPLOYMENT_PROXY, salt, keccak256(code)),
    call: { to: DEPLOYMENT_PROXY, data: concat([salt, code]) },
  };
}
