import { creatorCollectionAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import { type Address, address } from "@ryugu/sdk/primitives";
import { COLLECTION_NAME, COLLECTION_SYMBOL } from "@ryugu/treasures";
import { Contract, ContractFactory, type Signer } from "ethers";
import type { PublishedCollection } from "./publish.ts";

/** In hundredths of a percent of a sale. */
const ROYALTY_BPS = 500;

/** What came of a transaction. */
export interface Spent<T> {
  value: T;
  gas: bigint;
}

/** Deploys the creator's own collection. */
export async function deployCollection(
  creator: Signer,
  { contractUri }: PublishedCollection,
): Promise<Spent<Address>> {
  const owner = await creator.getAddress();
  const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, creator);
  const contract = await factory.deploy(
    COLLECTION_NAME,
    COLLECTION_SYMBOL,
    contractUri,
    "",
    owner,
    owner,
    ROYALTY_BPS,
  );
  const receipt = await contract.deploymentTransaction()?.wait();
  return { value: address(await contract.getAddress()), gas: receipt?.gasUsed ?? 0n };
}

/** Mints all pieces to the creator; ids count from 1. */
export async function mintPieces(
  creator: Signer,
  collection: Address,
  { pieces }: PublishedCollection,
): Promise<Spent<bigint[]>> {
  const contract = new Contract(collection, creatorCollectionAbi, creator);
  const uris = pieces.map(({ uri }) => uri);
  const sent = await contract.getFunction("mintBatch")(await creator.getAddress(), uris);
  const receipt = await sent.wait();
  return { value: uris.map((_, i) => BigInt(i + 1)), gas: receipt.gasUsed };
}

/** How many pieces were minted; undefined where there is no collection. */
export async function mintedCount(
  reader: Signer,
  collection: Address,
): Promise<number | undefined> {
  if ((await reader.provider?.getCode(collection)) === "0x") return undefined;
  const contract = new Contract(collection, creatorCollectionAbi, reader);
  return Number(await contract.getFunction("totalMinted")());
}

/** Lets the gateway take the collection's tokens: one transaction for all instead of one for each. */
export async function approveAll(
  owner: Signer,
  collection: Address,
  gateway: Address,
): Promise<bigint> {
  const contract = new Contract(collection, creatorCollectionAbi, owner);
  const sent = await contract.getFunction("setApprovalForAll")(gateway, true);
  return (await sent.wait()).gasUsed;
}

/** Who owns a token; undefined where it does not exist. */
export async function ownerOf(
  reader: Signer,
  token: Address,
  id: bigint,
): Promise<Address | undefined> {
  const contract = new Contract(token, creatorCollectionAbi, reader);
  try {
    return address(await contract.getFunction("ownerOf")(id));
  } catch {
    return undefined;
  }
}
