import { type ProxiedSpec, proxied } from "@ryugu/contracts/deploy";
import { type Address, address } from "@ryugu/sdk/primitives";
import { WorldChainError } from "../chain/errors.ts";
import type { Operator } from "../operator/operator.ts";
import { PlatformSetupError } from "./errors.ts";

/** A contract of the platform's own, at an address that follows from what it is. */
export interface ContractPlan extends Omit<ProxiedSpec, "use"> {
  /** What it is for; the address depends on it. */
  readonly name: string;
}

/**
 * Puts a contract on the chain through the deployment proxy that every chain has (EIP-2470's idea, at one
 * address), unless it is there.
 *
 * @throws PlatformSetupError when the chain took the transaction and the contract is not there
 */
export async function ensureDeployed(
  operator: Operator,
  { name, ...contract }: ContractPlan,
): Promise<Address> {
  const { address: planned, call } = proxied({ use: `ryugu-world/${name}`, ...contract });
  const at = address(planned);
  if (await hasCode(operator, at)) return at;
  const key = `deploy:${name}:${at}`;
  await operator.submit({ key, ...call });
  await operator.settled(key);
  if (await hasCode(operator, at)) return at;
  throw new PlatformSetupError("A contract of the platform is not where it should be.", {
    details: [`Contract: ${name}`, `Expected at: ${at}`],
  });
}

async function hasCode({ chain }: Operator, at: string): Promise<boolean> {
  const code = await chain.getCode(at).catch((cause) => {
    throw new WorldChainError("The platform's chain does not answer.", { cause });
  });
  return code !== "0x";
}
