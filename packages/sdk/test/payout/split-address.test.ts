import { splitFactoryAbi } from "@ryugu/contracts";
import { Interface } from "ethers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createSplit,
  isSplit,
  readSplitBalance,
  splitAddress,
  splitImplementation,
} from "../../src/payout/index.ts";
import { bytes32, ZERO_ADDRESS } from "../../src/primitives/index.ts";
import { anyAccount, anyShares } from "../arbitrary-shares.ts";
import { fresh, share, splitStage } from "./split-stage.ts";

const FACTORY = new Interface(splitFactoryAbi);
const stage = splitStage(31_393);

describe("an address", () => {
  test("is the factory's own answer, for any owner, list and salt", async () => {
    const anySalt = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => bytes32(`0x${Buffer.from(bytes).toString("hex")}`));
    const anyOwner = fc.oneof(fc.constant(ZERO_ADDRESS), anyAccount);
    await fc.assert(
      fc.asyncProperty(anyOwner, anyShares(60), anySalt, async (by, shares, salt) => {
        const data = FACTORY.encodeFunctionData("splitOf", [by, shares, salt]);
        const answer = await stage.chain.provider.call({ to: stage.world.factory.address, data });
        const [told] = FACTORY.decodeFunctionResult("splitOf", answer);
        expect(splitAddress(stage.world.factory.address, { owner: by, shares, salt })).toBe(told);
      }),
      { numRuns: 60, seed: 20_230_227 },
    );
  });

  test("needs the factory's address and nothing else", async () => {
    const data = FACTORY.encodeFunctionData("implementation");
    const told = await stage.chain.provider.call({ to: stage.world.factory.address, data });
    expect(splitImplementation(stage.world.factory.address)).toBe(
      FACTORY.decodeFunctionResult("implementation", told)[0],
    );
  });

  test("can be paid before the split is made, and making it twice sends nothing", async () => {
    const shares = [share(fresh(), 7), share(fresh(), 3)];
    const expected = splitAddress(stage.world.factory.address, { shares });
    await stage.world.mint(expected, 100n);
    expect(await isSplit(stage.world.at(expected), stage.world.factory.address)).toBe(false);
    const made = await createSplit(stage.world.factory, stage.anyone.signer, { shares });
    expect(made).toMatchObject({ address: expected, transaction: expect.any(String) });
    const again = await createSplit(stage.world.factory, stage.anyone.signer, { shares });
    expect(again).toEqual({ address: expected, transaction: undefined });
    expect(await readSplitBalance(stage.world.at(expected), stage.world.yen)).toEqual({
      undistributed: 100n,
      openRound: undefined,
    });
  });
});
