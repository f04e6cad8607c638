import { Wallet } from "ethers";
import { expect, test } from "vitest";
import { address, type Bytes32 } from "../primitives/index.ts";
import {
  type Attestation,
  AttestationForgedError,
  checkpointDigest,
  InvalidSignatureError,
  InvalidValidatorSetError,
  joinSignatures,
  QuorumMissedError,
  recoverSigner,
  signCheckpoint,
  UnknownValidatorError,
  validatorSet,
  verifyAttestation,
  zoneId,
} from "./index.ts";

const zone = zoneId("ryugu-test");
const wallets = [11, 12, 13, 14, 15].map(
  (n) => new Wallet(`0x${n.toString(16).padStart(64, "0")}`),
);
const set = validatorSet(
  0,
  3,
  wallets.map((wallet) => address(wallet.address)),
);
const checkpoint = {
  laneId: `0x${"aa".repeat(32)}` as Bytes32,
  anchor: 0,
  sequence: 41,
  head: `0x${"bb".repeat(32)}` as Bytes32,
};
const attestations = await Promise.all(wallets.map((w) => signCheckpoint(w, zone, checkpoint)));
const [first] = attestations as [Attestation];

test("a validator's attestation proves itself", () => {
  for (const attestation of attestations) verifyAttestation(zone, set, attestation);
});

test("a stranger's attestation is refused", async () => {
  const stranger = await signCheckpoint(Wallet.createRandom(), zone, checkpoint);
  expect(() => verifyAttestation(zone, set, stranger)).toThrow(UnknownValidatorError);
});

test("any change, another zone or another signer's signature is a forgery", () => {
  const forged: Attestation[] = [
    { ...first, sequence: 42 },
    { ...first, anchor: 1 },
    { ...first, head: `0x${"cc".repeat(32)}` as Bytes32 },
    { ...first, laneId: `0x${"cc".repeat(32)}` as Bytes32 },
    { ...first, signature: attestations[1]?.signature ?? "0x" },
  ];
  for (const attestation of forged) {
    expect(() => verifyAttestation(zone, set, attestation)).toThrow(AttestationForgedError);
  }
  expect(() => verifyAttestation(zoneId("another"), set, first)).toThrow(AttestationForgedError);
});

test("what is no signature at all is refused", () => {
  for (const signature of ["0x", "0x1234", `0x${"ff".repeat(64)}`] as const) {
    expect(() => verifyAttestation(zone, set, { ...first, signature })).toThrow(
      InvalidSignatureError,
    );
  }
});

test("signatures are joined by ascending validator, exactly k of them, whatever their order", () => {
  const joined = joinSignatures(set, [...attestations].reverse());
  expect(joined).toHaveLength(2 + 3 * 128);
  const digest = checkpointDigest(zone, checkpoint);
  const signers = [0, 1, 2].map((i) =>
    recoverSigner(digest, `0x${joined.slice(2 + 128 * i, 130 + 128 * i)}`),
  );
  expect(signers).toEqual(set.validators.slice(0, 3));
  expect(() => joinSignatures(set, attestations.slice(0, 2))).toThrow(QuorumMissedError);
  expect(() => joinSignatures(set, [first, first, first])).toThrow(QuorumMissedError);
});

test("a validator set has no duplicates and a majority's quorum", () => {
  const [a, b, c] = set.validators;
  if (!a || !b || !c) throw new Error("the set has five");
  expect(() => validatorSet(0, 2, [a, b, a])).toThrow(InvalidValidatorSetError);
  expect(() => validatorSet(0, 1, [a, b])).toThrow(InvalidValidatorSetError);
  expect(() => validatorSet(0, 4, [a, b, c])).toThrow(InvalidValidatorSetError);
  expect(() => validatorSet(0, 0, [])).toThrow(InvalidValidatorSetError);
  expect(validatorSet(0, 2, [c, a, b]).validators).toEqual(
    validatorSet(0, 2, [b, c, a]).validators,
  );
});
