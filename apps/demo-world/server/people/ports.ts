import type { Address } from "@ryugu/sdk/primitives";
import type { AvatarRef, TokenRef } from "../../src/sim/protocol/references.ts";
import type { Session } from "../http/request.ts";

/** Knows whose a token is. */
export interface OwnershipReader {
  /**
   * Whether an account owns a token on the platform's chain. A token of another chain is nobody's here.
   *
   * @throws WorldChainError when the chain does not answer
   */
  owns(account: Address, token: TokenRef): Promise<boolean>;
}

/** Knows which avatars can be worn here. */
export interface AvatarBook {
  isKnown(avatar: AvatarRef): Promise<boolean>;
}

/** Knows who has signed in. */
export interface SessionBook {
  find(token: string, now: number): Session | undefined;
  /** Whether a session that was found has not ended since. */
  isOpen(session: Session, now: number): boolean;
}
