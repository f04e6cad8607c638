import { creatorCollectionAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import type { Address } from "@ryugu/sdk/primitives";
import {
  Contract,
  ContractFactory,
  type ContractTransactionReceipt,
  type NonceManager,
} from "ethers";

/** A collection that asks a royalty, in basis points, for who made it. */
export async function deployCollection(by: NonceManager, royalty: number): Promise<Contract> {
  const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, by);
  const owner = await by.getAddress();
  const made = await factory.deploy("Shells", "SHELL", "", "", owner, owner, royalty);
  await made.waitForDeployment();
  return new Contract(await made.getAddress(), creatorCollectionAbi, by);
}

/** Mints a token; answers its id. */
export async function mintOf(art: Contract, to: Address): Promise<bigint> {
  const sent = await art.getFunction("mint")(to, "");
  const receipt: ContractTransactionReceipt = await sent.wait();
  return BigInt(receipt.logs[0]?.topics[3] ?? 0);
}
