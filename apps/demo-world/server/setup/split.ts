import { splitFactoryAbi } from "@ryugu/contracts";
import { type Address, address, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Contract, Interface } from "ethers";
import { WorldChainError } from "../chain/errors.ts";
import type { Operator } from "../operator/operator.ts";

const FACTORY = new Interface(splitFactoryAbi);
const NO_SALT = `0x${"00".repeat(32)}`;

/** Makes the split of some payees for good, unless it is there. */
export async function ensureSplit(
  operator: Operator,
  factory: Address,
  shares: readonly { readonly payee: Address; readonly basisPoints: number }[],
): Promise<Address> {
  const list = shares.map(({ payee, basisPoints }) => [payee, basisPoints, false]);
  const args = [ZERO_ADDRESS, list, NO_SALT];
  const contract = new Contract(factory, FACTORY, operator.chain);
  const ask = (name: string, ...of: unknown[]) =>
    contract
      .getFunction(name)(...of)
      .catch((cause: unknown) => {
        throw new WorldChainError("The platform's chain does not answer.", { cause });
      });
  const split = address(await ask("splitOf", ...args));
  if (await ask("isSplit", split)) return split;
  const key = `split:${split}`;
  await operator.submit({ key, to: factory, data: FACTORY.encodeFunctionData("create", args) });
  await operator.settled(key);
  return split;
}
