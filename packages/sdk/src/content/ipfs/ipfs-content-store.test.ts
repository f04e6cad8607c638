import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { create } from "ipfs-http-client";
import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type IpfsRpcServer,
  isIpfsRpcInstalled,
  startIpfsRpc,
} from "../../../test/ipfs-rpc-server.ts";
import { contentIdOf, parseContentId } from "../content-id.ts";
import { contentStoreContract, sampleBytes } from "../content-store.contract.ts";
import {
  ContentMismatchError,
  ContentTooLargeError,
  ContentUnavailableError,
  UnsupportedContentError,
} from "../errors.ts";
import { ipfsContentStore } from "./ipfs-content-store.ts";

test.runIf(process.env.CI === "true")("the IPFS node for tests is installed", () => {
  expect(isIpfsRpcInstalled, "run: node scripts/ensure-ipfs-rpc.mjs").toBe(true);
});

describe.runIf(isIpfsRpcInstalled)("with a real IPFS node", () => {
  let server: IpfsRpcServer;
  beforeAll(async () => {
    server = await startIpfsRpc();
  }, 60_000);
  afterAll(() => server.stop());

  const store = () => ipfsContentStore({ url: server.url });
  const client = () => create({ url: server.url });

  contentStoreContract(() => ({
    store: store(),
    async tamper(id) {
      await changeBlocks(server.blocks, Buffer.from(await store().get(id)));
    },
  }));

  // What other people's `ipfs add` made of their files.
  test.each([
    ["version 0 with wrapped leaves", { cidVersion: 0, rawLeaves: false }],
    ["small chunks in a deep tree", { cidVersion: 1, rawLeaves: true, chunker: "size-128" }],
    ["a trickle layout", { cidVersion: 1, rawLeaves: true, trickle: true, chunker: "size-256" }],
    ["chunks cut by content", { cidVersion: 1, rawLeaves: true, chunker: "rabin-512-1024-2048" }],
    ["another hash function", { cidVersion: 1, rawLeaves: true, hashAlg: "sha2-512" }],
  ] as const)("reads and verifies a file added with %s", async (_, options) => {
    const bytes = sampleBytes(200_000, 21);
    const { cid } = await client().add(bytes, options as object);
    expect(await store().get(parseContentId(cid.toString()))).toEqual(bytes);
  });

  test("reads a file of the same block many times over", async () => {
    const bytes = new Uint8Array(3_000_000);
    const id = await store().put(bytes);
    expect(await store().get(id)).toEqual(bytes);
  });

  test("reads content that lies in its id", async () => {
    const bytes = new TextEncoder().encode("so small that it needs no block");
    const id = contentIdOf(CID.createV1(0x55, Digest.create(0, bytes)));
    expect(await store().get(id)).toEqual(bytes);
    await expect(store().get(id, { maxBytes: 30 })).rejects.toThrow(ContentTooLargeError);
  });

  test("does not believe a tree with one changed leaf", async () => {
    const id = await store().put(sampleBytes(700_000, 22));
    await changeBlocks(
      server.blocks,
      Buffer.from(sampleBytes(700_000, 22).subarray(262_144, 524_288)),
    );
    await expect(store().get(id)).rejects.toThrow(ContentMismatchError);
  });

  test("tells a folder from a file", async () => {
    const folder = client().addAll([{ path: "folder/1.json", content: "{}" }], { cidVersion: 1 });
    let cid = "";
    for await (const entry of folder) cid = entry.cid.toString();
    await expect(store().get(parseContentId(cid))).rejects.toThrow(UnsupportedContentError);
  });

  test("says so when the node holds only a part of the file", async () => {
    const bytes = sampleBytes(600_000, 23);
    const id = await store().put(bytes);
    const leaf = await store().put(bytes.subarray(262_144, 524_288));
    const rpc = client();
    await rpc.pin.rm(id);
    await rpc.pin.rm(leaf);
    type Cid = Awaited<ReturnType<typeof rpc.add>>["cid"];
    for await (const removed of rpc.block.rm(leaf as unknown as Cid)) {
      expect(removed.error).toBeFalsy();
    }
    await expect(store().get(id)).rejects.toThrow(ContentUnavailableError);
  });
});

/** Flips a bit in every block whose file holds exactly these bytes. */
async function changeBlocks(folder: string, bytes: Buffer): Promise<void> {
  let changed = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith(".data")) continue;
    const path = join(folder, name);
    const block = await readFile(path);
    if (!block.equals(bytes)) continue;
    block[0] = (block[0] ?? 0) ^ 1;
    await writeFile(path, block);
    changed++;
  }
  if (changed === 0) throw new Error("The block to change was not found.");
}
