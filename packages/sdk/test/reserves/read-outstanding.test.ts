import { blockingYenAbi, blockingYenBytecode } from "@ryugu/contracts/artifacts";
import { Contract, ContractFactory, JsonRpcProvider } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Address, address, chainId } from "../../src/primitives/index.ts";
import { OutstandingUnreadError, readOutstanding } from "../../src/reserves/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";

const CHAIN = 31_391;
let chain: TestChain;
let currency: Address;
let minted: number;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  const owner = chain.signer(0);
  const holder = await owner.getAddress();
  const factory = new ContractFactory(blockingYenAbi, blockingYenBytecode, owner);
  const deployed = await factory.deploy(holder);
  await deployed.waitForDeployment();
  currency = address(await deployed.getAddress());
  const yen = new Contract(currency, blockingYenAbi, owner);
  minted = await minting(yen, holder, 700n);
  await minting(yen, holder, 1n);
});

afterAll(async () => {
  await chain?.stop();
});

/** Mints, and answers the block in which it happened. */
async function minting(yen: Contract, to: string, amount: bigint): Promise<number> {
  const sent = await yen.getFunction("mint")(to, amount);
  return (await sent.wait()).blockNumber;
}

const ask = (at: Address, number: number, id = CHAIN) =>
  readOutstanding({ chain: chainId(id), address: at, block: { number } }, chain.provider);

test("a chain says what was outstanding at a block, whatever was minted since", async () => {
  const found = await chain.provider.getBlock(minted);
  expect(await ask(currency, minted)).toEqual({
    chain: chainId(CHAIN),
    address: currency,
    block: { number: minted, hash: found?.hash },
    units: 700n,
    decimals: 18,
  });
  expect((await ask(currency, minted + 1)).units).toBe(701n);
});

test("an account is no currency, and neither is a currency before it was made", async () => {
  const nobody = address(await chain.signer(1).getAddress());
  expect(await ask(nobody, minted)).toMatchObject({ units: undefined, decimals: undefined });
  expect((await ask(currency, 0)).units).toBeUndefined();
});

test("a block to come, another chain, and a dead one are not read", async () => {
  await expect(ask(currency, minted + 1_000)).rejects.toThrow("does not have this block");
  await expect(ask(currency, minted, 1)).rejects.toThrow(OutstandingUnreadError);
  const dead = new JsonRpcProvider("http://127.0.0.1:9", CHAIN, { staticNetwork: true });
  const question = { chain: chainId(CHAIN), address: currency, block: { number: minted } };
  await expect(readOutstanding(question, dead)).rejects.toMatchObject({
    code: "outstanding-unread",
    retryable: true,
  });
  dead.destroy();
});
