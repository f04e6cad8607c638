import { type ContentStore, parseContentId } from "@ryugu/sdk/content";
import { RyuguError } from "@ryugu/sdk/errors";
import type { AvatarRef } from "../../src/sim/protocol/references.ts";
import type { AvatarBook } from "../people/ports.ts";
import type { StoreModule, WorldStore } from "../store/world-store.ts";
import { AvatarsFullError } from "./errors.ts";
import { inspectForWear, MAX_AVATAR } from "./inspect.ts";

/** The avatars' table: files that were looked at and can be worn. The bytes are in the content store. */
export const AVATAR_TABLES: StoreModule = {
  name: "avatars",
  migrations: [
    `CREATE TABLE avatars (
       cid TEXT PRIMARY KEY,
       bytes INTEGER NOT NULL,
       draw_calls INTEGER NOT NULL
     ) STRICT;`,
  ],
};

/** An avatar that somebody brought, as others find it. */
export interface BroughtAvatar {
  readonly avatar: Extract<AvatarRef, { kind: "file" }>;
  readonly drawCalls: number;
}

/** Which avatars can be worn here, and a place for those that people bring. */
export interface AvatarShelf extends AvatarBook {
  /**
   * Keeps an avatar. The same file again changes nothing.
   *
   * @throws AvatarUnfitError, AvatarsFullError
   */
  bring(bytes: Uint8Array): Promise<BroughtAvatar>;
}

/** What the shelf is made of. */
export interface ShelfParts {
  readonly store: WorldStore;
  readonly content: ContentStore;
  readonly own: ReadonlySet<string>;
  /** The most bytes of all avatars that people bring. */
  readonly mostBytes: number;
}

/** Opens the shelf. */
export function openAvatarShelf({ store, content, own, mostBytes }: ShelfParts): AvatarShelf {
  const find = (cid: string) => {
    const row = store.get("SELECT draw_calls FROM avatars WHERE cid = ?", cid);
    return row === undefined ? undefined : Number(row.draw_calls);
  };
  const record = (cid: string, bytes: number, drawCalls: number) =>
    store.run("INSERT OR IGNORE INTO avatars VALUES (?, ?, ?)", cid, bytes, drawCalls);

  function checkRoom(size: number): void {
    const kept = Number(store.get("SELECT coalesce(sum(bytes), 0) AS sum FROM avatars")?.sum ?? 0);
    if (kept + size <= mostBytes) return;
    throw new AvatarsFullError("This platform has no room for more avatars.");
  }

  /** A file of the store that was brought elsewhere: another platform of the zone may share the store. */
  async function adopt(cid: string): Promise<boolean> {
    try {
      const bytes = await content.get(parseContentId(cid), { maxBytes: MAX_AVATAR });
      record(cid, 0, inspectForWear(bytes).drawCalls);
      return true;
    } catch (error) {
      if (error instanceof RyuguError) return false;
      throw error;
    }
  }

  return {
    async isKnown(avatar) {
      if (avatar.kind === "own") return own.has(avatar.id);
      return find(avatar.cid) !== undefined || adopt(avatar.cid);
    },
    async bring(bytes) {
      const { drawCalls } = inspectForWear(bytes);
      checkRoom(bytes.length);
      const cid = await content.put(bytes);
      record(cid, bytes.length, drawCalls);
      return { avatar: { kind: "file", cid }, drawCalls };
    },
  };
}
