import type { ArrivalStage } from "../../sim/arrival/arrival.ts";
import type { WorkDraft } from "../../sim/making/draft.ts";
import type { SpotKind } from "../../sim/place/place.ts";
import type { Application } from "../../sim/protocol/http.ts";
import type { Emote, TokenRef } from "../../sim/protocol/references.ts";
import type { Panel } from "../../stores/world/panel-store.ts";
import type { SettingsState } from "../../stores/world/settings-store.ts";

/** How somebody locks a key that is made here. */
export type LockChoice =
  | { kind: "passkey"; name: string }
  | { kind: "passphrase"; passphrase: string };

/** How good a passphrase is. */
export interface PassphraseRating {
  isEnough: boolean;
  strength: "weak" | "fair" | "good" | "strong";
  reasons: readonly ("too-short" | "common" | "repeats" | "sequence" | "personal")[];
}

/** What somebody on the way in can do. */
export interface ArrivalActions {
  begin(): void;
  back(): void;
  go(stage: ArrivalStage): void;
  setName(name: string): void;
  setAvatar(id: string): void;
  chooseFile(file: File): void;
  confirmWho(): void;
  makeKey(choice: LockChoice): void;
  unlock(secret: { passphrase: string } | "passkey"): void;
  recoverFromWords(words: string, choice: LockChoice): void;
  recoverFromBackup(json: string, passphrase: string): void;
  connectWallet(uuid: string): void;
  retryEntering(): void;
  ratePassphrase(text: string): Promise<PassphraseRating>;
}

/** What somebody inside can do. */
export interface InsideActions {
  open(panel: Panel | undefined): void;
  actHere(): void;
  /** Walks to a spot of this place. */
  walkTo(kind: SpotKind, id: string): void;
  /** Walks through a door: of the gate, or of the corridor. */
  walkThrough(to: "minato" | "garan" | "corridor"): void;
  say(text: string, booth?: string): boolean;
  emote(kind: Emote): void;
  push(x: number, y: number): void;
  retryLink(): void;
  hold(token: TokenRef | null): void;
  readBelongings(): void;
  /** Reads them again and again until the answer is called. */
  keepBelongings(): () => void;
  takeGift(kind: string): void;
  backupWords(): Promise<readonly string[]>;
  backupFile(passphrase: string, onProgress: (fraction: number) => void): Promise<string>;
  confirmBackup(): void;
  retryCrossing(): void;
  readApplications(): void;
  apply(chosen: Pick<Application, "organisation" | "job" | "fields">): Promise<boolean>;
  withdraw(id: string): void;
  setAnswer(field: string, value: string): void;
  /** Looks up what is for sale, by the artwork's spot or the order's hash. */
  readSale(key: string): void;
  askYen(): void;
  buy(key: string): void;
  set(settings: Partial<SettingsState>): void;
  /** A picture of the zone's own store, by its content id. */
  imageUrl(cid: string): string;
}

/** What a seller can do. */
export interface SellingActions {
  /** Reads what people sell where one is; `quietly` without a word on the way. */
  readOffers(quietly?: boolean): void;
  /** Reads names, pictures and creators of what is offered, by the offers' ids. */
  readOfferLooks(ids: readonly string[]): void;
  /** Looks up who would get what; without a price it begins anew. */
  previewSale(token: TokenRef, price: bigint | undefined): void;
  /** Offers a thing at the price that was looked up last. */
  sell(token: TokenRef): void;
  takeBack(id: string): void;
}

/** What one can do at the easel. */
export interface MakingActions {
  beginDraft(): void;
  setDraft(change: Partial<WorkDraft>): void;
  choosePicture(file: File): void;
  make(): void;
  goOnMaking(): void;
  /** Back to the form. */
  changeDraft(): void;
  /** Leaves the easel to the next work. */
  clearEasel(): void;
}

/** Everything that the overlay can ask of the outside; `app/` gives it. */
export type VisitActions = ArrivalActions & InsideActions & SellingActions & MakingActions;
