import { type Address, address } from "@ryugu/sdk/primitives";
import { Contract, ContractFactory, type Signer } from "ethers";

/** Mints this many at once: a block holds no more. */
const AT_ONCE = 200;

/** Deploys a creator's collection with a base URI, and mints its tokens from 1 on to its creator. */
export async function deployCollection(by: Signer, count: number): Promise<Address> {
  const { creatorCollectionAbi } = await generated("creator-collection.abi");
  const { creatorCollectionBytecode } = await generated("creator-collection.bytecode");
  const owner = await by.getAddress();
  const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, by);
  const args = ["Shells", "SHELL", "", "https://shells.example/", owner, owner, 500];
  const made = await factory.deploy(...args);
  await made.waitForDeployment();
  const contract = new Contract(await made.getAddress(), creatorCollectionAbi, by);
  for (let left = count; left > 0; left -= AT_ONCE) {
    const uris = new Array(Math.min(left, AT_ONCE)).fill("");
    await (await contract.getFunction("mintBatch")(owner, uris)).wait();
  }
  return address(await made.getAddress());
}

/** What the contracts' build writes. */
function generated(name: string) {
  const file = new URL(`../../../contracts/abi/generated/${name}.ts`, import.meta.url);
  return import(file.href);
}
