import { testYenAbi } from "@ryugu/contracts";
import { type Address, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Contract, Interface, MaxUint256, type Provider, type Wallet } from "ethers";
import { FREE_LIMIT } from "./amounts.ts";
import { type IssuerCall, sendAll } from "./issuer-calls.ts";
import { yenMoved } from "./yen-moves.ts";

const YEN = new Interface(testYenAbi);

/** What an issuer begins with. */
export interface YenFounding {
  yen: Address;
  /** Accounts that move more at once than one which the issuer does not know: operators, contracts that carry money. */
  registered: readonly Address[];
  /** Who gets yen that is made for them, each once. */
  stocks: readonly { readonly account: Address; readonly amount: bigint }[];
}

/**
 * Has the issuer set its limit, register who carries much, and make the stocks. Whatever an earlier start has done is known from
 * the chain and not done again.
 *
 * @param issuer - who owns the yen
 * @param provider - of the yen's chain
 */
export async function foundYen(
  issuer: Wallet,
  provider: Provider,
  founding: YenFounding,
): Promise<void> {
  await sendAll(issuer, provider, await callsOf(provider, founding));
}

/** A limit or a registration that somebody changes later stays as it is then: only what is as at first is set. */
async function callsOf(
  provider: Provider,
  { yen, registered, stocks }: YenFounding,
): Promise<IssuerCall[]> {
  const token = new Contract(yen, YEN, provider);
  const minted = await Promise.all(
    stocks.map(({ account }) => yenMoved(provider, yen, ZERO_ADDRESS, account)),
  );
  const known = await Promise.all(
    registered.map((account) => token.getFunction("isRegistered")(account)),
  );
  const isUnlimited = (await token.getFunction("freeLimit")()) === MaxUint256;
  const call = (name: string, ...args: unknown[]) => ({
    to: yen,
    data: YEN.encodeFunctionData(name, args),
  });
  return [
    ...(isUnlimited ? [call("setFreeLimit", FREE_LIMIT)] : []),
    ...registered
      .filter((_, i) => !known[i])
      .map((account) => call("setRegistered", account, true)),
    ...stocks
      .filter((_, i) => minted[i] === 0n)
      .map(({ account, amount }) => call("mint", account, amount)),
  ];
}
