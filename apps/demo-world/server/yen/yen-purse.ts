import { testYenAbi } from "@ryugu/contracts";
import type { Address } from "@ryugu/sdk/primitives";
import { Contract, Interface } from "ethers";
import { WorldChainError } from "../chain/errors.ts";
import type { Operator } from "../operator/operator.ts";
import { shared } from "../sponsor/shared.ts";

/** ¥30,000, in the token's smallest unit. */
export const YEN_FOR_EACH = 30_000n * 10n ** 18n;

/** What was given now, and what the account holds. */
export interface YenGiven {
  readonly given: bigint;
  readonly balance: bigint;
}

/** Gives test yen, once to each account. */
export interface YenPurse {
  readonly yen: Address;
  give(account: Address): Promise<YenGiven>;
}

const keyOf = (account: Address) => `yen:${account}`;
const YEN = new Interface(testYenAbi);

/** Opens the purse. The operator signs nothing twice under one key: that is what makes it once. */
export function openYenPurse(operator: Operator, yen: Address): YenPurse {
  const token = new Contract(yen, testYenAbi, operator.chain);
  const balanceOf = (account: Address): Promise<bigint> =>
    token
      .getFunction("balanceOf")(account)
      .catch((cause: unknown) => {
        throw new WorldChainError("The platform's chain does not answer.", { cause });
      });

  async function give(account: Address): Promise<YenGiven> {
    const key = keyOf(account);
    const before = operator.find(key);
    if (before?.state === "mined") return { given: 0n, balance: await balanceOf(account) };
    const data = YEN.encodeFunctionData("mint", [account, YEN_FOR_EACH]);
    await operator.submit({ key, to: yen, data });
    await operator.settled(key);
    return { given: YEN_FOR_EACH, balance: await balanceOf(account) };
  }
  return { yen, give: shared(give) };
}
