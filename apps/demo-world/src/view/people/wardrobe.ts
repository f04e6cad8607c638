import { RyuguError } from "@ryugu/sdk/errors";
import { standInFor } from "../../sim/detail/stand-in.ts";
import type { AvatarRef, TokenRef } from "../../sim/protocol/references.ts";
import { type ItemLibrary, tokenKey } from "../items/item-library.ts";
import type { AvatarLibrary } from "./avatar-library.ts";
import { dress, type Figure, giveHeld } from "./figure.ts";

/** What one person wears and holds: fetched, put on, given back. */
export interface Wardrobe {
  /** Asks for an avatar; the one worn stays on until it is there. */
  wear(ref: AvatarRef): void;
  hold(token: TokenRef | null): void;
  /** Takes off what is worn, which cannot be moved, and wears it no more. */
  refuse(error: unknown): void;
  /** How many draw calls an avatar takes, as far as is known. */
  calls(ref: AvatarRef): number;
  /** What is worn now, as `own/<id>` or `file/<content id>`; undefined before anything has come. */
  worn(): string | undefined;
  /** Whether the first avatar has come, or will not. */
  isSettled(): boolean;
  close(): void;
}

const avatarKey = (ref: AvatarRef) => (ref.kind === "own" ? `own/${ref.id}` : `file/${ref.cid}`);

/** See {@link Wardrobe}. */
export function createWardrobe(
  person: number,
  figure: Figure,
  using: {
    avatars: AvatarLibrary;
    items: ItemLibrary;
    problem: (ref: AvatarRef, code: string) => void;
  },
): Wardrobe {
  const { avatars, items, problem } = using;
  /** Draw calls of each avatar that was worn, and the avatars that do not come. */
  const known = new Map<string, number>();
  const failed = new Set<string>();
  let wanted = "";
  let heldToken: TokenRef | null = null;
  let worn: AvatarRef | undefined;
  let settled = false;
  let closed = false;

  async function fetchAvatar(ref: AvatarRef, key: string): Promise<void> {
    try {
      const avatar = await avatars.read(ref);
      known.set(key, avatar.calls);
      if (closed || wanted !== key) {
        avatars.release(avatar);
        return;
      }
      const before = dress(figure, avatar);
      if (before !== undefined) avatars.release(before);
      worn = ref;
      settled = true;
    } catch (error) {
      tellFailure(ref, error);
    }
  }

  function tellFailure(ref: AvatarRef, error: unknown): void {
    failed.add(avatarKey(ref));
    settled = true;
    problem(ref, error instanceof RyuguError ? error.code : "avatar-not-drawn");
  }

  function undress(): void {
    const before = dress(figure, undefined);
    if (before !== undefined) avatars.release(before);
    worn = undefined;
  }

  async function fetchItem(token: TokenRef): Promise<void> {
    const model = await items.read(token);
    if (!closed && heldToken !== null && tokenKey(heldToken) === tokenKey(token)) {
      giveHeld(figure, model);
    }
  }

  return {
    wear(asked) {
      const ref = failed.has(avatarKey(asked)) ? standInFor(person) : asked;
      const key = avatarKey(ref);
      if (key === wanted || failed.has(key)) return;
      wanted = key;
      fetchAvatar(ref, key).catch(() => undefined);
    },
    hold(token) {
      if (token === heldToken) return;
      const same = token !== null && heldToken !== null && tokenKey(token) === tokenKey(heldToken);
      heldToken = token;
      if (same) return;
      giveHeld(figure, undefined);
      if (token !== null) fetchItem(token).catch(() => undefined);
    },
    refuse(error) {
      const refused = worn;
      undress();
      if (refused !== undefined) tellFailure(refused, error);
    },
    calls: (ref) => known.get(avatarKey(ref)) ?? 1,
    worn: () => (worn === undefined ? undefined : avatarKey(worn)),
    isSettled: () => settled,
    close() {
      closed = true;
      giveHeld(figure, undefined);
      undress();
    },
  };
}
