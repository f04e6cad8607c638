import type { AvatarRef } from "../../sim/protocol/references.ts";
import { AvatarNotDrawnError, AvatarUnreachableError } from "./errors.ts";
import type { Vrm } from "./vrm.ts";
import type { ReadAvatar } from "./vrm-reader.ts";

/** The largest file that is read, in bytes: what a world server takes, and no more. */
const MAX_BYTES = 20 * 1024 * 1024;
/** How many files are kept, so that the next person who wears one does not wait. */
const KEPT = 12;

/** Every avatar that is drawn. Files are fetched once, and read one at a time so that no frame waits for two. */
export interface AvatarLibrary {
  /** Reads an avatar for one more person. Rejects with AvatarUnreachableError or AvatarNotDrawnError. */
  read(ref: AvatarRef): Promise<ReadAvatar>;
  /** Gives an avatar back. */
  release(avatar: ReadAvatar): void;
}

interface Shelf {
  bytes: Promise<ArrayBuffer>;
  /** Who wears it: the first one's pictures are everybody's. */
  worn: Set<Vrm>;
}

/** See {@link AvatarLibrary}. */
export function createAvatarLibrary(urlOf: (ref: AvatarRef) => string): AvatarLibrary {
  const shelves = new Map<string, Shelf>();
  const urls = new WeakMap<Vrm, string>();
  let turn: Promise<unknown> = Promise.resolve();

  function shelfFor(url: string): Shelf {
    const known = shelves.get(url);
    if (known !== undefined) return known;
    const shelf: Shelf = { bytes: fetchBytes(url), worn: new Set() };
    shelf.bytes.catch(() => shelves.delete(url));
    shelves.set(url, shelf);
    forgetOldest(shelves);
    return shelf;
  }

  async function readNext(url: string): Promise<ReadAvatar> {
    const shelf = shelfFor(url);
    const bytes = await shelf.bytes;
    const { readVrm, shareWith } = await import("./vrm-reader.ts");
    const avatar = await readVrm(bytes).catch((cause: unknown) => {
      throw new AvatarNotDrawnError("the file is no VRM", { cause });
    });
    if (avatar === undefined) {
      throw new AvatarNotDrawnError("the file is a glTF, but no VRM");
    }
    const [first] = shelf.worn;
    if (first !== undefined) shareWith(first, avatar.vrm);
    shelf.worn.add(avatar.vrm);
    urls.set(avatar.vrm, url);
    return avatar;
  }

  return {
    read(ref) {
      const mine = turn.then(() => readNext(urlOf(ref)));
      turn = mine.catch(() => undefined);
      return mine;
    },
    release({ vrm }) {
      const shelf = shelves.get(urls.get(vrm) ?? "");
      shelf?.worn.delete(vrm);
      // Others may still wear its pictures: the last one takes them along.
      const isShared = shelf !== undefined && shelf.worn.size > 0;
      import("./vrm-reader.ts")
        .then(({ disposeVrm }) => disposeVrm(vrm, isShared))
        .catch(() => undefined);
    },
  };
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new AvatarUnreachableError("the avatar's server does not answer", { cause });
  });
  if (!response.ok) {
    throw new AvatarUnreachableError(`the avatar's server answers ${response.status}`);
  }
  if (Number(response.headers.get("content-length") ?? 0) > MAX_BYTES) {
    await response.body?.cancel();
    throw new AvatarNotDrawnError("the avatar is larger than 20 MB");
  }
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) {
    throw new AvatarNotDrawnError("the avatar is larger than 20 MB");
  }
  return bytes;
}

/** Forgets the files that nobody wears, oldest first, where there are too many. */
function forgetOldest(shelves: Map<string, Shelf>): void {
  for (const [url, { worn }] of shelves) {
    if (shelves.size <= KEPT) return;
    if (worn.size === 0) shelves.delete(url);
  }
}
