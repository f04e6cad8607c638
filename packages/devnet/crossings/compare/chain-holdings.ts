import { isSameAddress } from "@ryugu/sdk/primitives";
import { Contract } from "ethers";
import { type Stage, type StageChain, type StageCollection, tokenOn } from "../stage/stage.ts";
import { type Holdings, place } from "./holdings.ts";

const TOKEN = [
  "function ownerOf(uint256) view returns (address)",
  "function balanceOf(address) view returns (uint256)",
  "function totalSupply() view returns (uint256)",
  "function balanceOf(address, uint256) view returns (uint256)",
  "function totalSupply(uint256) view returns (uint256)",
];

/** What a token's supply has beyond everybody who was asked: it must be nothing. */
const SOMEBODY_ELSE = "somebody else";

/** Asks every chain who holds what: each token of every collection, of everybody who could have any. */
export async function chainHoldings(stage: Stage): Promise<Holdings> {
  const all: Holdings = new Map();
  for (const chain of stage.chains) {
    for (const collection of stage.collections) {
      for (const [id, holder, amount] of await readCollection(stage, chain, collection)) {
        if (amount === 0n) continue;
        const { home, token } = collection;
        all.set(place(chain.id, home.id, token, id, holder), amount);
      }
    }
  }
  return all;
}

type Reading = [id: bigint, holder: string, amount: bigint];

async function readCollection(
  stage: Stage,
  chain: StageChain,
  collection: StageCollection,
): Promise<Reading[]> {
  const at = tokenOn(collection, chain);
  // Nothing stands here before the first of a collection has arrived.
  if ((await chain.provider.getCode(at)) === "0x") return [];
  const contract = new Contract(at, TOKEN, chain.provider);
  const ids = [...new Set(collection.gifts.map(({ id }) => id))];
  if (collection.standard === "erc721")
    return Promise.all(ids.map((id) => readNft(chain, contract, id)));
  const fungible = collection.standard === "erc20";
  const balances = ids.flatMap((id) =>
    holdersOn(stage, chain).map(async ([holder, account]): Promise<Reading> => {
      const asked = fungible
        ? contract.getFunction("balanceOf(address)")(account)
        : contract.getFunction("balanceOf(address,uint256)")(account, id);
      return [id, holder, await asked];
    }),
  );
  const read = await Promise.all(balances);
  const isCounted = fungible || chain !== collection.home;
  if (!isCounted) return read;
  const rest = ids.map(async (id): Promise<Reading> => {
    const supply: bigint = fungible
      ? await contract.getFunction("totalSupply()")()
      : await contract.getFunction("totalSupply(uint256)")(id);
    const known = read.filter(([of]) => of === id).reduce((sum, [, , amount]) => sum + amount, 0n);
    return [id, SOMEBODY_ELSE, supply - known];
  });
  return [...read, ...(await Promise.all(rest))];
}

async function readNft(chain: StageChain, contract: Contract, id: bigint): Promise<Reading> {
  const owner: string | undefined = await contract
    .getFunction("ownerOf")(id)
    .catch(() => undefined);
  if (owner === undefined) return [id, SOMEBODY_ELSE, 0n];
  return [id, nameOn(chain, owner), 1n];
}

function nameOn({ vaults }: StageChain, account: string): string {
  const vault = [...vaults].find(([, address]) => isSameAddress(address, account));
  return vault === undefined ? account : `vault of ${vault[0]}`;
}

/** Everybody who could hold something on a chain: people, helpers, vaults, and the zone's own contracts. */
function holdersOn({ accounts, running }: Stage, chain: StageChain): [string, string][] {
  const { people, helpers, issuer } = accounts;
  const { custody } = running.chain(chain.slug);
  const own = [...people, ...helpers, issuer].map(({ address }) => address);
  return [...own, chain.gatewayAddress, custody, ...chain.vaults.values()].map((account) => [
    nameOn(chain, account),
    account,
  ]);
}
