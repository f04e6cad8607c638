import { erc20RailAbi, splitFactoryAbi, testYenAbi } from "@ryugu/contracts";
import { Interface, JsonRpcProvider } from "ethers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  changeShares,
  distribute,
  divide,
  divideNested,
  dividePayment,
  isSplit,
  readNestedLists,
  readSplitBalance,
  type SplitShare,
  splitAddress,
  splitImplementation,
} from "../../src/payout/index.ts";
import { cloneCode } from "../../src/payout/split/split-address.ts";
import { type Address, address, ZERO_ADDRESS } from "../../src/primitives/index.ts";
import { anyAmount, anyShares, anyTree, type TreeShare } from "../arbitrary-shares.ts";
import { accountKey } from "../chain/anvil.ts";
import { amounts, crowd, fresh, share, splitStage } from "./split-stage.ts";

const CHAIN = 31_446;
const FACTORY = new Interface(splitFactoryAbi);
const YEN = new Interface(testYenAbi);
const RAIL = new Interface(erc20RailAbi);
const stage = splitStage(CHAIN);

describe("the chain divides as the SDK says", () => {
  let quick: JsonRpcProvider;
  beforeAll(() => {
    const options = { staticNetwork: true, batchMaxCount: 1, cacheTimeout: -1 };
    quick = new JsonRpcProvider(stage.chain.provider._getConnection(), CHAIN, options);
  });
  afterAll(() => quick?.destroy());

  /** Signs and sends with no more questions than there must be: there are hundreds. */
  const carry = async (from: Address, to: string, data: string) => {
    const key = accountKey(from === stage.world.issuer.address ? 0 : 1);
    const nonce = Number(await quick.send("eth_getTransactionCount", [from, "latest"]));
    const fee = { type: 0, gasPrice: 10n ** 10n, gasLimit: 30_000_000n, chainId: CHAIN };
    const signed = await key.signTransaction({ to, data, nonce, ...fee });
    const hash = await quick.send("eth_sendRawTransaction", [signed]);
    let receipt = null;
    while (receipt === null) receipt = await quick.send("eth_getTransactionReceipt", [hash]);
    expect(receipt.status).toBe("0x1");
    return receipt.logs as { address: string; topics: string[]; data: string }[];
  };
  const mint = (to: Address, amount: bigint) =>
    carry(
      stage.world.issuer.address,
      stage.world.yen,
      YEN.encodeFunctionData("mint", [to, amount]),
    );
  const create = async (shares: readonly SplitShare[]) => {
    const data = FACTORY.encodeFunctionData("create", [
      ZERO_ADDRESS,
      shares,
      `0x${"00".repeat(32)}`,
    ]);
    await carry(stage.anyone.address, stage.world.factory.address, data);
    return splitAddress(stage.world.factory.address, { shares });
  };
  const transfersFrom = (giver: Address, logs: { topics: string[]; data: string }[]) =>
    logs
      .map((log) => YEN.parseLog(log))
      .filter((event) => event?.name === "Transfer" && event.args.from === giver)
      .map((event) => [event?.args.to, event?.args.value]);
  /** Makes all splits of a tree, the innermost first. */
  const build = async (tree: readonly TreeShare[]): Promise<SplitShare[]> => {
    const shares: SplitShare[] = [];
    for (const { payee, inside, weight, nested } of tree) {
      shares.push({ payee: inside ? await create(await build(inside)) : payee, weight, nested });
    }
    return shares;
  };

  test("where a split names itself, by a list that its owner changed", async () => {
    const { factory, yen } = stage.world;
    const split = await stage.make(crowd(1), stage.owner.address);
    const other = fresh();
    const shares = [share(split.address, 1, true), share(other)];
    await changeShares(split, stage.owner.signer, shares);
    await stage.world.mint(split.address, 16n);
    const told = divideNested(16n, shares, await readNestedLists(factory, factory.address, shares));
    expect(told[0]).toEqual({ payee: split.address, amount: 1n });
    const done = await distribute(split, stage.anyone.signer, yen);
    expect(done.amount).toBe(16n);
    // What is for itself stays, and moves nothing.
    expect(amounts(done.parts)).toEqual(amounts(told.slice(1)));
    expect((await readSplitBalance(split, yen)).undistributed).toBe(1n);
  });

  test("where somebody forged a split with a list that has no weight", async () => {
    const { factory, yen } = stage.world;
    const clone = cloneCode(splitImplementation(factory.address)).slice(2);
    const list = `00${fresh().slice(2)}00000000`;
    const length = ((clone.length + list.length) / 2).toString(16).padStart(4, "0");
    const data = `0x61${length}3d81600a3d39f3${clone}${list}`;
    const sent = await stage.anyone.signer.sendTransaction({ data });
    const forged = address((await sent.wait())?.contractAddress);
    expect(await isSplit(stage.world.at(forged), factory.address)).toBe(true);
    const shares = [share(forged, 1, true), share(fresh())];
    const split = await stage.make(shares);
    await stage.world.mint(split.address, 9n);
    const listOf = await readNestedLists(factory, factory.address, shares);
    expect(listOf(forged)).toMatchObject([{ weight: 0 }]);
    const done = await distribute(split, stage.anyone.signer, yen);
    expect(amounts(done.parts)).toEqual(amounts(divideNested(9n, shares, listOf)));
    expect(done.parts[0]).toMatchObject({ payee: forged, amount: 4n, outcome: "paid" });
  });

  test("for any list and amount, to the unit", async () => {
    await fc.assert(
      fc.asyncProperty(anyAmount, anyShares(30), async (amount, shares) => {
        const split = splitAddress(stage.world.factory.address, { shares });
        await mint(split, amount);
        const data = FACTORY.encodeFunctionData("createAndDistribute", [
          ...[ZERO_ADDRESS, shares, `0x${"00".repeat(32)}`, stage.world.yen],
        ]);
        const logs = await carry(stage.anyone.address, stage.world.factory.address, data);
        const told = divide(amount, shares).flatMap((part, i) =>
          part === 0n ? [] : [[shares[i]?.payee, part]],
        );
        expect(transfersFrom(split, logs)).toEqual(told);
      }),
      { numRuns: 120, seed: 1, endOnFailure: true },
    );
  });

  test("for any tree of splits, by a split and by a payment", async () => {
    const { erc20, factory, yen, issuer } = stage.world;
    const word = [0, 0, 0, `0x${"00".repeat(32)}`, "0x"];
    await carry(
      issuer.address,
      yen,
      YEN.encodeFunctionData("approve", [erc20.address, (1n << 256n) - 1n]),
    );
    await fc.assert(
      fc.asyncProperty(anyAmount, anyTree(5), async (amount, tree) => {
        const shares = await build(tree);
        const split = await create(shares);
        const listOf = await readNestedLists({ ...factory, provider: quick }, factory.address, [
          share(split, 1, true),
        ]);
        await mint(split, amount);
        const distributed = await carry(
          stage.anyone.address,
          split,
          new Interface(["function distribute(address)"]).encodeFunctionData("distribute", [yen]),
        );
        expect(transfersFrom(split, distributed)).toEqual(
          amounts(divideNested(amount, shares, listOf)),
        );
        const parts = [{ payee: split, amount, nested: true }];
        await mint(issuer.address, amount);
        const payment = [issuer.address, yen, `0x${"01".repeat(32)}`, parts];
        const paid = await carry(
          issuer.address,
          erc20.address,
          RAIL.encodeFunctionData("pay", [payment, word]),
        );
        expect(transfersFrom(erc20.address, paid)).toEqual(amounts(dividePayment(parts, listOf)));
      }),
      { numRuns: 40, seed: 2, endOnFailure: true },
    );
  });
});
