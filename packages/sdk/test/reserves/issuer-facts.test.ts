import { testYenAbi } from "@ryugu/contracts";
import { testYenBytecode } from "@ryugu/contracts/artifacts";
import { Contract, ContractFactory, getCreateAddress, JsonRpcProvider } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Address, address, chainId } from "../../src/primitives/index.ts";
import {
  IssuerFactUnreadError,
  type IssuerReserveReport,
  issuerReserveDigest,
  readContractSignature,
  readOutstanding,
} from "../../src/reserves/index.ts";
import { startChain, type TestChain } from "../chain/anvil.ts";
import { issuerReport } from "../example-issuer-report.ts";

const CHAIN = 31_391;
let chain: TestChain;
let currency: Address;
let minted: number;

beforeAll(async () => {
  chain = await startChain(CHAIN);
  const owner = chain.signer(0);
  const holder = await owner.getAddress();
  const factory = new ContractFactory(testYenAbi, testYenBytecode, owner);
  const deployed = await factory.deploy(holder);
  await deployed.waitForDeployment();
  currency = address(await deployed.getAddress());
  const yen = new Contract(currency, testYenAbi, owner);
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
  await expect(ask(currency, minted + 1_000)).rejects.toThrow("does not have block");
  await expect(ask(currency, minted, 1)).rejects.toThrow(IssuerFactUnreadError);
  const dead = new JsonRpcProvider("http://127.0.0.1:9", CHAIN, { staticNetwork: true });
  const question = { chain: chainId(CHAIN), address: currency, block: { number: minted } };
  await expect(readOutstanding(question, dead)).rejects.toMatchObject({
    code: "issuer-fact-unread",
    retryable: true,
  });
  dead.destroy();
});

/**
 * A contract account that has signed one digest with one signature (ERC-1271), as far as its first word: multiplies what
 * `isValidSignature` answers by whether both are as they were.
 */
function walletCode(digest: string, signature: string): string {
  const [word, first] = [digest.slice(2), signature.slice(2, 66)];
  const isSame = (expected: string, offset: string) => `7f${expected}60${offset}3514`;
  return `0x${isSame(word, "04")}${isSame(first, "64")}02631626ba7e60e01b0260005260206000f3`;
}

/** What makes an account of some code. */
function creation(code: string): string {
  const size = ((code.length - 2) / 2).toString(16).padStart(4, "0");
  return `0x61${size}80600a5f395ff3${code.slice(2)}`;
}

test("a contract says whether it signed a report", async () => {
  const maker = chain.signer(2);
  // It signs the report that names it: its address comes before its code.
  const account = address(getCreateAddress({ from: await maker.getAddress(), nonce: 0 }));
  const issuer = { name: "Otohime Trust", account, chain: chainId(CHAIN) };
  const report = await issuerReport({ issuer });
  const asked = (change: Partial<IssuerReserveReport> = {}) =>
    readContractSignature({ ...report, ...change }, chain.provider);
  expect(await asked()).toBe(false);
  const { signature, ...body } = report;
  const code = walletCode(issuerReserveDigest(body), signature);
  await (await maker.sendTransaction({ data: creation(code) })).wait();
  expect(await asked()).toBe(true);
  expect(await asked({ asOf: "2026-10-30T00:00:00Z" })).toBe(false);
  expect(await asked({ signature: `0x${"ab".repeat(65)}` })).toBe(false);
  await expect(asked({ issuer: { ...issuer, chain: chainId(1) } })).rejects.toThrow(
    "another chain",
  );
  expect(await asked({ issuer: { name: "a key", account } })).toBeUndefined();
});
