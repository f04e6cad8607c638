import { varint } from "multiformats";
import { CID } from "multiformats/cid";
import { ContentMismatchError, ContentUnavailableError } from "../errors.ts";

/** One block of a CAR stream. Its bytes are not verified yet. */
export interface CarBlock {
  cid: CID;
  bytes: Uint8Array;
}

/** Larger than any block that IPFS nodes exchange (2 MiB), so that a length cannot ask for more. */
const MAX_SECTION = 4 * 1024 * 1024 + 1024;

/**
 * Reads the blocks of a CAR version 1 stream (ipld.io/specs/transport/car/carv1). The header, a
 * list of roots, is skipped: the caller knows which root it asked for.
 *
 * @throws ContentMismatchError when the stream is not a CAR
 * @throws ContentUnavailableError when it ends inside a block
 */
export async function* readCar(source: AsyncIterable<Uint8Array>): AsyncGenerator<CarBlock> {
  let arrived: Uint8Array[] = [];
  let length = 0;
  let needed = 1;
  let isHeader = true;
  for await (const chunk of source) {
    arrived.push(chunk);
    length += chunk.length;
    // Joined only when a section is whole: joining at every chunk would copy without end.
    if (length < needed) continue;
    let pending = concat(arrived, length);
    for (let end = sectionEnd(pending); end <= pending.length; end = sectionEnd(pending)) {
      if (!isHeader) yield toBlock(pending.subarray(lengthPrefix(pending)[1], end));
      isHeader = false;
      pending = pending.subarray(end);
    }
    arrived = [pending];
    length = pending.length;
    needed = sectionEnd(pending);
  }
  if (length > 0 || isHeader) {
    throw new ContentUnavailableError("The node's answer ended in the middle of a block.");
  }
}

/** Where the first length-prefixed section ends; at least one byte on while that is not known. */
function sectionEnd(bytes: Uint8Array): number {
  // A varint of up to 4 bytes covers every length under the limit.
  const lastOfPrefix = bytes.subarray(0, 4).findIndex((byte) => byte < 0x80);
  if (lastOfPrefix < 0 && bytes.length >= 4) throw notACar();
  if (lastOfPrefix < 0) return bytes.length + 1;
  const [length, prefix] = lengthPrefix(bytes);
  if (length > MAX_SECTION) throw notACar();
  return prefix + length;
}

/** A length and the bytes it is written in. */
function lengthPrefix(bytes: Uint8Array): [length: number, prefix: number] {
  try {
    return varint.decode(bytes);
  } catch (cause) {
    throw notACar(cause);
  }
}

function toBlock(section: Uint8Array): CarBlock {
  try {
    const [cid, bytes] = CID.decodeFirst(section);
    // A copy: the section is a window on a buffer that is much larger.
    return { cid, bytes: bytes.slice() };
  } catch (cause) {
    throw notACar(cause);
  }
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function notACar(cause?: unknown): ContentMismatchError {
  return new ContentMismatchError("The node's answer is not a well-formed CAR stream.", { cause });
}
