import type { Address } from "@ryugu/sdk/primitives";
import { Contract, Interface, isError } from "ethers";
import { WorldChainError } from "../chain/errors.ts";
import { openKey } from "../operator/open-key.ts";
import type { Operator } from "../operator/operator.ts";
import { shared } from "../sponsor/shared.ts";
import { YenEmptyError, YenRefusedError } from "./errors.ts";

/** ¥30,000, in the token's smallest unit. */
export const YEN_FOR_EACH = 30_000n * 10n ** 18n;

/** What was given now, and what the account holds. */
export interface YenGiven {
  readonly given: bigint;
  readonly balance: bigint;
}

/** Gives test yen of the operator's own stock, once to each account. */
export interface YenPurse {
  readonly yen: Address;
  /** @throws YenEmptyError, YenRefusedError, and what the operator throws */
  give(account: Address): Promise<YenGiven>;
}

const YEN = new Interface([
  "function balanceOf(address) view returns (uint256)",
  "function transfer(address, uint256)",
]);

/** Opens the purse. The operator signs nothing twice under one key: that is what makes it once. */
export function openYenPurse(operator: Operator, yen: Address): YenPurse {
  const token = new Contract(yen, YEN, operator.chain);
  /** Of what is signed and in no block yet. */
  let promised = 0n;

  const balanceOf = (account: Address): Promise<bigint> =>
    token
      .getFunction("balanceOf")(account)
      .catch((cause: unknown) => {
        throw new WorldChainError("The platform's chain does not answer.", { cause });
      });
  const hasStock = (held: bigint) => held - promised >= YEN_FOR_EACH;

  async function pay(key: string, account: Address): Promise<void> {
    const data = YEN.encodeFunctionData("transfer", [account, YEN_FOR_EACH]);
    promised += YEN_FOR_EACH;
    try {
      await operator.submit({ key, to: yen, data });
      await operator.settled(key);
    } finally {
      promised -= YEN_FOR_EACH;
    }
  }

  async function give(account: Address): Promise<YenGiven> {
    const key = openKey(operator, `yen:${yen}:${account}`);
    const before = operator.find(key);
    if (before?.state === "mined") return { given: 0n, balance: await balanceOf(account) };
    // Between this look and the promise nobody else looks.
    const held = await balanceOf(operator.address);
    if (before === undefined && !hasStock(held)) throw empty();
    try {
      await pay(key, account);
    } catch (error) {
      if (!isError(error, "CALL_EXCEPTION")) throw error;
      if (!hasStock(await balanceOf(operator.address))) throw empty();
      throw new YenRefusedError("The yen's issuer does not let this account be paid.");
    }
    return { given: YEN_FOR_EACH, balance: await balanceOf(account) };
  }
  return { yen, give: shared(give) };
}

const empty = () => new YenEmptyError("The platform has no test yen to give now.");
