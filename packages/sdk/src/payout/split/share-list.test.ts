import fc from "fast-check";
import { expect, test } from "vitest";
import { anyAccount, anyShares } from "../../../test/arbitrary-shares.ts";
import { bytesToHex, ZERO_ADDRESS } from "../../primitives/index.ts";
import { InvalidSharesError } from "../errors.ts";
import { packShares, unpackShares } from "./share-list.ts";

const nestedOrNot = anyShares().chain((shares) =>
  fc
    .array(fc.boolean(), { minLength: shares.length, maxLength: shares.length })
    .map((marks) => shares.map((share, i) => ({ ...share, nested: marks[i] ?? false }))),
);

test("a list that was packed is read as it was, with its owner or without", () => {
  const anyOwner = fc.oneof(fc.constant(ZERO_ADDRESS), anyAccount);
  fc.assert(
    fc.property(anyOwner, nestedOrNot, (owner, shares) => {
      expect(unpackShares(packShares(owner, shares))).toEqual({ owner, shares });
    }),
  );
});

test("any bytes are read as some list", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { shares } = unpackShares(bytesToHex(bytes));
      expect(shares.length).toBeLessThanOrEqual(bytes.length / 24);
    }),
  );
});

test("a list that no split can have is not packed", () => {
  expect(() => packShares(ZERO_ADDRESS, [])).toThrow(InvalidSharesError);
});
