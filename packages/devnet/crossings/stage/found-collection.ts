import { STANDARDS } from "@ryugu/sdk/lane";
import { type Address, address, type ChainId, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Contract, ContractFactory, type Wallet } from "ethers";
import type { Account } from "./account.ts";
import type { Kind } from "./kinds.ts";
import type { Gift, StageChain, StageCollection } from "./stage.ts";

/** For any of the issuer's transactions: they are not worth an estimate each. */
const GAS = 5_000_000;

/** How many transactions founding a collection takes. */
export const foundingLength = (people: readonly Account[]): number => 1 + people.length;

/**
 * Deploys a collection at its home and gives everybody some of it. No transaction waits for the one before.
 *
 * @param nonce - the first of {@link foundingLength}
 */
export async function foundCollection(
  kind: Kind,
  home: StageChain,
  signer: Wallet,
  nonce: number,
  people: readonly Account[],
): Promise<Omit<StageCollection, "representations">> {
  const owner = address(signer.address);
  const factory = new ContractFactory(kind.abi, kind.bytecode, signer);
  const made = await factory.deploy(...kind.args(owner), { nonce });
  const contract = new Contract(await made.getAddress(), kind.abi, signer);
  const gifts: Gift[] = [];
  const sent = people.map(async ({ address: to }, person) => {
    const own = kind.gifts(person);
    for (const { id, amount } of own) gifts.push({ to, id, amount });
    const [method, ...args] = kind.mint(to, own);
    const options = { nonce: nonce + 1 + person, gasLimit: GAS };
    return contract.getFunction(method)(...args, options);
  });
  for (const transaction of await Promise.all(sent)) await transaction.wait();
  const { name, standard, moody, described, uri } = kind;
  const ids = uri === undefined ? [] : gifts.map(({ id }) => id);
  return {
    ...{ name, standard, home, moody, gifts },
    token: address(await made.getAddress()),
    described: {
      ...described,
      royaltyReceiver: described.royaltyBps > 0 ? owner : ZERO_ADDRESS,
      uris: new Map(ids.map((id) => [id, uri?.(id) ?? ""])),
    },
  };
}

/** Finds where a collection will stand on the other chains. */
export async function representationsOf(
  { home, token, standard }: Omit<StageCollection, "representations">,
  chains: readonly StageChain[],
): Promise<ReadonlyMap<ChainId, Address>> {
  const others = chains.filter((chain) => chain !== home);
  const found = others.map(async ({ id, gateway }): Promise<[ChainId, Address]> => {
    const at = await gateway.getFunction("representationOf")(
      home.number,
      token,
      STANDARDS[standard],
    );
    return [id, address(at)];
  });
  return new Map(await Promise.all(found));
}
