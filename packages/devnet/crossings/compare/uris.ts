import { Contract } from "ethers";
import { type Stage, type StageChain, type StageCollection, tokenOn } from "../stage/stage.ts";
import type { Holdings } from "./holdings.ts";

const TOKEN = [
  "function tokenURI(uint256) view returns (string)",
  "function uri(uint256) view returns (string)",
];

/**
 * Metadata is exact after any number of hops: asks each token that stands away from its home for its URI.
 *
 * @returns a sentence for each that is not, to the byte, what it is at home
 */
export async function wrongUris(stage: Stage, holdings: Holdings): Promise<string[]> {
  const away = stage.collections.flatMap((collection) =>
    stage.chains
      .filter((chain) => chain !== collection.home && collection.standard !== "erc20")
      .map((chain) => ofCollection(chain, collection, holdings)),
  );
  return (await Promise.all(away)).flat();
}

async function ofCollection(
  chain: StageChain,
  collection: StageCollection,
  holdings: Holdings,
): Promise<string[]> {
  const { home, token, gifts } = collection;
  const asset = `${chain.id} ${home.id}/${token}`;
  const here = new Set([...holdings.keys()].map((place) => place.slice(0, place.lastIndexOf(" "))));
  const ids = [...new Set(gifts.map(({ id }) => id))].filter((id) => here.has(`${asset}/${id}`));
  const contract = new Contract(tokenOn(collection, chain), TOKEN, chain.provider);
  const question = collection.standard === "erc721" ? "tokenURI" : "uri";
  const asked = ids.map(async (id) => {
    const told: string = await contract.getFunction(question)(id);
    const meant = uriAtHome(collection, id);
    return told === meant ? [] : [`${asset}/${id}: ${told} instead of ${meant}`];
  });
  return (await Promise.all(asked)).flat();
}

const uriAtHome = ({ described }: StageCollection, id: bigint): string =>
  described.uris.get(id) ?? described.uriTemplate.replace("{decimal}", `${id}`);
