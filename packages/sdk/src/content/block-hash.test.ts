import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { expect, test, vi } from "vitest";
import { isBlockOf, sha256 } from "./block-hash.ts";
import { UnsupportedContentError } from "./errors.ts";

const abc = new TextEncoder().encode("abc");

// The digests of "abc" as published with each function.
test.each([
  ["sha2-256", 0x12, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["sha3-256", 0x16, "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"],
  ["blake2b-256", 0xb220, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"],
  ["blake3", 0x1e, "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"],
  [
    "sha2-512",
    0x13,
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
  ],
  [
    "sha3-512",
    0x14,
    "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
  ],
])("knows %s", async (_, code, digest) => {
  const cid = CID.createV1(0x55, Digest.create(code, Buffer.from(digest, "hex")));
  expect(await isBlockOf(cid, abc)).toBe(true);
  expect(await isBlockOf(cid, abc.subarray(1))).toBe(false);
});

test("refuses a hash function that it does not know", async () => {
  const md5 = CID.createV1(0x55, Digest.create(0xd5, new Uint8Array(16)));
  await expect(isBlockOf(md5, abc)).rejects.toThrow(UnsupportedContentError);
});

test("hashes the same in a page without WebCrypto", async () => {
  const digest = await sha256(abc);
  vi.stubGlobal("crypto", undefined);
  try {
    expect(await sha256(abc)).toEqual(digest);
  } finally {
    vi.unstubAllGlobals();
  }
});
