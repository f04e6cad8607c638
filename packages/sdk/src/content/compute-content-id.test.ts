import { readFileSync } from "node:fs";
import { zstdDecompressSync } from "node:zlib";
import { importBytes } from "ipfs-unixfs-importer";
import { fixedSize } from "ipfs-unixfs-importer/chunker";
import { balanced } from "ipfs-unixfs-importer/layout";
import type { CID } from "multiformats/cid";
import { expect, test } from "vitest";
import { computeContentId } from "./compute-content-id.ts";

const utf8 = new TextEncoder();

test.each([
  ["", "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"],
  ["A", "bafkreicvtlvnbate2v4v2oijoggn2bnl2skxf2cp4vkzb3xtdkekbd677u"],
  ["hello world\n", "bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4"],
  [
    "4038235842382358453823584738235849",
    "bafkreiayys52porsjmbedhkuirubhexv6gwmmjgwlo7ubl5klqqiyssr34",
  ],
])("gives go-ipfs's id for %j", async (text, id) => {
  expect(await computeContentId(utf8.encode(text))).toBe(id);
});

// The tree grows a level where a 175th chunk begins.
const fixture = new URL(
  "../../test/fixtures/content-id/repeat-175-chunks-and-1.zst",
  import.meta.url,
);
const large = zstdDecompressSync(readFileSync(fixture));
const CHUNK = 262_144;

test.each([
  [174 * CHUNK, "bafybeibzhntdcjvtchx5f3o6a2cpghfgsvd7n2nrbb7i6xs6jbytsprysa"],
  [174 * CHUNK + 1, "bafybeiew6fbjstpum5e2h3hdnmgoj2alduuxc557ndc66fsvu7ozb6ykj4"],
  [175 * CHUNK, "bafybeigfj4x3diznwfcblarkwl2f5mk25m7zc62duf2xbharmy4pv5lxe4"],
  [175 * CHUNK + 1, "bafybeigdosbtqahmfa4v3l2w4d66ayijgl3l4nby2siz6vewx7wkslgb5i"],
])("gives go-ipfs's id for a tree of %d bytes", async (size, id) => {
  expect(await computeContentId(large.subarray(0, size))).toBe(id);
});

test.each([CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])(
  "agrees with the importer where a single block ends: %d bytes",
  async (size) => {
    const bytes = large.subarray(7, 7 + size);
    const { cid } = await importBytes(
      bytes,
      { put: (cid: CID) => cid },
      {
        cidVersion: 1,
        rawLeaves: true,
        chunker: fixedSize({ chunkSize: CHUNK }),
        layout: balanced({ maxChildrenPerNode: 174 }),
      },
    );
    expect(await computeContentId(bytes)).toBe(cid.toString());
  },
);
