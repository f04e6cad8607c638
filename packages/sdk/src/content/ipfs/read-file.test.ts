import { encode, prepare } from "@ipld/dag-pb";
import fc from "fast-check";
import { UnixFS } from "ipfs-unixfs";
import { varint } from "multiformats";
import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { expect, test } from "vitest";
import { sha256 } from "../block-hash.ts";
import { contentIdOf } from "../content-id.ts";
import {
  ContentMismatchError,
  ContentTooLargeError,
  ContentUnavailableError,
  UnsupportedContentError,
} from "../errors.ts";
import { readFile } from "./read-file.ts";

interface Block {
  cid: CID;
  bytes: Uint8Array;
}

async function block(code: number, bytes: Uint8Array): Promise<Block> {
  return { cid: CID.createV1(code, Digest.create(0x12, await sha256(bytes))), bytes };
}
const leaf = (text: string) => block(0x55, new TextEncoder().encode(text));

/** A file's node with children of the given, possibly untrue, sizes. */
function parent(children: readonly { cid: CID; size: number }[]): Promise<Block> {
  const blockSizes = children.map((child) => BigInt(child.size));
  const Data = new UnixFS({ type: "file", blockSizes }).marshal();
  const Links = children.map(({ cid }) => ({ Hash: cid, Name: "", Tsize: 0 }));
  return block(0x70, encode(prepare({ Data, Links })));
}

function section(...parts: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  const prefix = varint.encodeTo(body.length, new Uint8Array(varint.encodingLength(body.length)));
  return Buffer.concat([prefix, body]);
}

/** A CAR stream with an empty header, which readers of known roots skip. */
function car(blocks: readonly Block[]): Uint8Array {
  return Buffer.concat([
    section(new Uint8Array([0xa0])),
    ...blocks.map(({ cid, bytes }) => section(cid.bytes, bytes)),
  ]);
}

async function* inPieces(bytes: Uint8Array, size = bytes.length) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function read(root: Block, blocks: readonly Block[], maxBytes = 1_000_000) {
  return readFile(contentIdOf(root.cid), maxBytes, () => inPieces(car(blocks)));
}

test("joins a file's parts in order, whatever the pieces the stream comes in", async () => {
  const [a, b] = [await leaf("Urashima "), await leaf("Taro")];
  const root = await parent([
    { cid: a.cid, size: 9 },
    { cid: b.cid, size: 4 },
    { cid: a.cid, size: 9 },
  ]);
  const stream = car([root, a, b]);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: stream.length }), async (size) => {
      const bytes = await readFile(contentIdOf(root.cid), 100, () => inPieces(stream, size));
      expect(new TextDecoder().decode(bytes)).toBe("Urashima TaroUrashima ");
    }),
    { numRuns: 40 },
  );
});

test("an answer without the root holds nothing", async () => {
  const root = await leaf("asked for");
  expect(await read(root, [])).toBeUndefined();
  expect(await read(root, [await leaf("something else")])).toBeUndefined();
});

test("refuses a block under another block's name", async () => {
  const root = await leaf("asked for");
  const forged = { cid: root.cid, bytes: (await leaf("sent")).bytes };
  await expect(read(root, [forged])).rejects.toThrow(ContentMismatchError);
});

test("misses a part that was not sent", async () => {
  const part = await leaf("part");
  const root = await parent([{ cid: part.cid, size: 4 }]);
  await expect(read(root, [root])).rejects.toThrow(ContentUnavailableError);
});

test("refuses a tree whose parts are not as large as it says", async () => {
  const part = await leaf("part");
  for (const size of [3, 5]) {
    const root = await parent([{ cid: part.cid, size }]);
    await expect(read(root, [root, part])).rejects.toThrow(UnsupportedContentError);
  }
});

test("refuses a tree that says it is larger than allowed before its parts are read", async () => {
  const part = await leaf("part");
  const root = await parent([{ cid: part.cid, size: 10_000_000 }]);
  await expect(read(root, [root])).rejects.toThrow(ContentTooLargeError);
});

test("gives up on a small tree that unfolds into countless parts", async () => {
  const blocks = [await leaf("x")];
  let size = 1;
  for (let level = 0; level < 4; level++) {
    const child = blocks[0] as Block;
    blocks.unshift(await parent(Array.from({ length: 16 }, () => ({ cid: child.cid, size }))));
    size *= 16;
  }
  await expect(read(blocks[0] as Block, blocks)).rejects.toThrow(ContentTooLargeError);
});

test("stops reading a stream that carries far more than the file could need", async () => {
  const root = await leaf("small");
  const other = await block(0x55, new Uint8Array(1_000_000));
  let sent = 0;
  async function* endless() {
    yield car([]);
    for (;;) {
      sent++;
      yield section(other.cid.bytes, other.bytes);
    }
  }
  const reading = readFile(contentIdOf(root.cid), 1_000_000, endless);
  await expect(reading).rejects.toThrow(ContentTooLargeError);
  expect(sent).toBeLessThan(5);
});

const TYPED = [ContentMismatchError, ContentUnavailableError, UnsupportedContentError];

test("answers any bytes in place of a stream with a typed error", async () => {
  const root = await leaf("asked for");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const result = await readFile(contentIdOf(root.cid), 100, () => inPieces(bytes)).catch(
        (error) => error,
      );
      const isTyped = TYPED.some((type) => result instanceof type);
      expect(result === undefined || isTyped, String(result)).toBe(true);
    }),
    { examples: [[new Uint8Array([0x80, 0])], [new Uint8Array([1, 0xa0, 0])]] },
  );
});

test("a change of one byte in a stream never gives other content", async () => {
  const [a, b] = [await leaf("Urashima "), await leaf("Taro")];
  const root = await parent([
    { cid: a.cid, size: 9 },
    { cid: b.cid, size: 4 },
  ]);
  const stream = car([root, a, b]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(stream.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, change) => {
        const changed = stream.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        const result = await readFile(contentIdOf(root.cid), 100, () => inPieces(changed)).catch(
          (error) => error,
        );
        const isSame =
          result instanceof Uint8Array && new TextDecoder().decode(result) === "Urashima Taro";
        const isTyped = TYPED.some((type) => result instanceof type);
        expect(result === undefined || isSame || isTyped, String(result)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test("refuses what is no file", async () => {
  const cbor = await block(0x71, new Uint8Array([0xa0]));
  await expect(read(cbor, [cbor])).rejects.toThrow(UnsupportedContentError);
  const junk = await block(0x70, new Uint8Array([1, 2, 3]));
  await expect(read(junk, [junk])).rejects.toThrow(UnsupportedContentError);
  const folder = await block(
    0x70,
    encode(prepare({ Data: new UnixFS({ type: "directory" }).marshal() })),
  );
  await expect(read(folder, [folder])).rejects.toThrow(UnsupportedContentError);
});
