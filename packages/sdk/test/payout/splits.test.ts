import { JsonRpcProvider, Wallet } from "ethers";
import { describe, expect, test } from "vitest";
import {
  acceptSplit,
  changeShares,
  createSplit,
  fixSplit,
  InvalidSharesError,
  offerSplit,
  PayoutChainError,
  PayoutUnavailableError,
  readSplit,
  SplitNotFoundError,
} from "../../src/payout/index.ts";
import { crowd, fresh, share, splitStage } from "./split-stage.ts";

const CHAIN = 31_444;
const stage = splitStage(CHAIN);

describe("a split", () => {
  test("tells its list and who may change it", async () => {
    const shares = [share(fresh(), 1), share(fresh(), 0x7fff_ffff, true)];
    const fixed = await stage.make(shares);
    expect(await readSplit(fixed, stage.world.factory.address)).toEqual({
      address: fixed.address,
      shares,
      owner: undefined,
      nextOwner: undefined,
    });
    const owned = await stage.make(shares, stage.owner.address);
    expect((await readSplit(owned, stage.world.factory.address)).owner).toBe(stage.owner.address);
  });

  test("changes its list for its owner only, until nobody can", async () => {
    const split = await stage.make(crowd(2), stage.owner.address);
    const shares = crowd(3);
    await expect(changeShares(split, stage.anyone.signer, shares)).rejects.toMatchObject({
      code: "payout-refused",
      reason: "CallerNotOwner",
    });
    await changeShares(split, stage.owner.signer, shares);
    expect((await readSplit(split, stage.world.factory.address)).shares).toEqual(shares);
    await offerSplit(split, stage.owner.signer, stage.anyone.address);
    expect(await readSplit(split, stage.world.factory.address)).toMatchObject({
      owner: stage.owner.address,
      nextOwner: stage.anyone.address,
    });
    await expect(acceptSplit(split, stage.owner.signer)).rejects.toMatchObject({
      reason: "CallerNotNextOwner",
    });
    await acceptSplit(split, stage.anyone.signer);
    await fixSplit(split, stage.anyone.signer);
    expect(await readSplit(split, stage.world.factory.address)).toMatchObject({
      owner: undefined,
      nextOwner: undefined,
    });
    await expect(changeShares(split, stage.anyone.signer, shares)).rejects.toMatchObject({
      reason: "CallerNotOwner",
    });
  });

  test("is not what is none of the factory's", async () => {
    for (const account of [fresh(), stage.world.yen, stage.world.factory.address]) {
      await expect(readSplit(stage.world.at(account), stage.world.factory.address)).rejects.toThrow(
        SplitNotFoundError,
      );
    }
    const split = await stage.make(crowd(2));
    await expect(readSplit(split, stage.world.yen)).rejects.toThrow(SplitNotFoundError);
  });

  test("is not made of a wrong list, on another chain, by another contract, or by a dead endpoint", async () => {
    const { factory } = stage.world;
    await expect(createSplit(factory, stage.anyone.signer, { shares: [] })).rejects.toThrow(
      InvalidSharesError,
    );
    const dead = new JsonRpcProvider("http://127.0.0.1:1", CHAIN, { staticNetwork: true });
    const content = { shares: crowd(2) };
    await expect(
      createSplit({ ...factory, provider: dead }, stage.anyone.signer, content),
    ).rejects.toThrow(PayoutUnavailableError);
    const elsewhere = new JsonRpcProvider("http://127.0.0.1:1", 5, { staticNetwork: true });
    await expect(createSplit(factory, Wallet.createRandom(elsewhere), content)).rejects.toThrow(
      PayoutChainError,
    );
    await expect(
      createSplit({ ...factory, address: stage.world.yen }, stage.anyone.signer, content),
    ).rejects.toMatchObject({ code: "payout-refused" });
    for (const provider of [dead, elsewhere]) provider.destroy();
  });
});
