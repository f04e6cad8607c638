import type { AvatarRef, TokenRef } from "../../src/sim/protocol/references.ts";
import { dress, hold } from "./appear.ts";
import { refuse, type Visitor } from "./hall.ts";
import { createLatest } from "./latest.ts";
import type { Lobby } from "./lobby.ts";
import type { AvatarBook, OwnershipReader } from "./ports.ts";

/** What a visitor wants and somebody else has to be asked about. */
export interface Wishes {
  hold(token: TokenRef | null): Promise<void>;
  dress(avatar: AvatarRef): Promise<void>;
  /** The visitor has gone: no answer matters any more. */
  end(): void;
}

/** What wishes need. */
export interface WishParts {
  readonly lobby: Lobby;
  readonly avatars: AvatarBook;
  readonly ownership: OwnershipReader;
}

/** The wishes of one visitor. */
export function createWishes(parts: WishParts, visitor: Visitor): Wishes {
  const { lobby, avatars, ownership } = parts;
  const isHere = () => lobby.hall.visitors.get(visitor.id) === visitor;
  const holding = createLatest();
  const dressing = createLatest();
  return {
    async hold(token) {
      const run = holding.begin();
      if (token === null) return lobby.perform(hold(lobby.hall, visitor, null));
      const isTheirs = await ownership.owns(visitor.account, token).catch(() => undefined);
      if (!run.isLatest() || !isHere()) return;
      if (isTheirs) return lobby.perform(hold(lobby.hall, visitor, token));
      const code = isTheirs === undefined ? "chain-unreachable" : "not-yours";
      lobby.perform(refuse(visitor.id, code));
    },
    async dress(avatar) {
      const run = dressing.begin();
      const isKnown = await avatars.isKnown(avatar);
      if (!run.isLatest() || !isHere()) return;
      lobby.perform(
        isKnown ? dress(lobby.hall, visitor, avatar) : refuse(visitor.id, "avatar-unknown"),
      );
    },
    end() {
      holding.end();
      dressing.end();
    },
  };
}
