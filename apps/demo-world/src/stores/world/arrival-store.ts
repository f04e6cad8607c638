import { createStore } from "zustand/vanilla";
import type { ArrivalStage, Visitor } from "../../sim/arrival/arrival.ts";
import { OWN_AVATARS, type OwnAvatar } from "../../sim/arrival/own-avatars.ts";

/** Something that went wrong: its code, which the page has words for. */
export interface Problem {
  readonly code: string;
  /** What a person or a developer may want to know besides; shown small. */
  readonly detail?: string;
}

/** The ways a key that was made here can be opened. */
export interface KeptKey {
  readonly address: string;
  readonly hasPassphrase: boolean;
  readonly passkeys: number;
}

/** A file that somebody wants to wear. */
export interface OwnFile {
  readonly phase: "reading" | "refused" | "sending" | "ready";
  readonly name: string;
  readonly problem?: Problem;
  /** What the inspector says of it, in both languages. */
  readonly findings?: readonly { en: string; ja: string; severity: string }[];
  readonly triangles?: number;
}

/** Somebody on the way in. */
export interface ArrivalState {
  stage: ArrivalStage;
  avatars: readonly OwnAvatar[];
  visitor: Visitor;
  /** Whether somebody was here before. */
  isReturning: boolean;
  keptKey?: KeptKey | undefined;
  /** Undefined until the browser was asked. */
  passkey?: { isAvailable: boolean; reason?: string } | undefined;
  /** Wallets that have announced themselves (EIP-6963). */
  wallets: readonly { uuid: string; name: string; icon: string }[];
  ownFile?: OwnFile | undefined;
  /** What is being done now, while one waits. */
  busy?: "key" | "passkey" | "wallet" | "unlock" | "recover" | "sign-in" | "zone" | undefined;
  /** How far a long computation is, from 0 to 1. */
  fraction?: number | undefined;
  problem?: Problem | undefined;
  /** What the view has loaded. */
  loaded: { done: number; of: number; isReady: boolean };
}

/** Starts at the title. */
export const createArrivalStore = () =>
  createStore<ArrivalState>(() => ({
    stage: "title",
    avatars: OWN_AVATARS,
    visitor: { name: "", avatar: { kind: "own", id: "nagi" } },
    isReturning: false,
    wallets: [],
    loaded: { done: 0, of: 0, isReady: false },
  }));
