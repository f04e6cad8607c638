import type { TransferState } from "@ryugu/sdk/transfer";
import type { TransferFilter } from "../../sim/filter.ts";
import type { Theme } from "../../stores/preferences-store.ts";

/** Everything that the page says, in one language. */
export interface Words {
  skipToContent: string;
  tagline: string;
  language: string;
  theme: string;
  themes: Record<Theme, string>;
  feed: {
    waiting: string;
    connecting(partner: string): string;
    live(partner: string): string;
    offline: string;
    switched(from: string, to: string): string;
    offlineTitle: string;
    offlineText: string;
    retryIn(seconds: number): string;
    retryNow: string;
  };
  zone: {
    loading: string;
    unavailable: string;
    refusedTitle: string;
    refusedText: string;
    refusedReasons: Record<string, string>;
    lead(partners: number, chains: number, quorum: number): string;
    verified: string;
    verifiedText(signed: number, partners: number): string;
    details: string;
    figures: { delivered: string; moving: string; nodes: string };
    version: string;
    epoch: string;
    quorum: string;
    quorumOf(quorum: number, partners: number): string;
    issued: string;
    zoneId: string;
    genesis: string;
    signedBy: string;
  };
  lanes: {
    title: string;
    lead: string;
    chart(lanes: number, moving: number): string;
    seen: string;
    final: string;
    attested: string;
    delivered: string;
    moving(count: number): string;
    halted: string;
    haltedText: string;
    loading: string;
    empty: string;
  };
  partners: {
    title: string;
    lead(up: number, all: number): string;
    up: string;
    down: string;
    asking: string;
    followed: string;
    level: string;
    behind(blocks: number): string;
    head: string;
    otherKey: string;
    twoHeads: string;
    platforms: string;
    seenLast: string;
  };
  vaults: {
    title: string;
    lead: string;
    path(home: string, counterpart: string): string;
    /** The word after the number of tokens. */
    unit(one: boolean): string;
    nothing: string;
    loading: string;
    none: string;
    collection: string;
  };
  transfers: {
    title: string;
    lead: string;
    states: Record<TransferFilter["state"], string>;
    filterState: string;
    filterLane: string;
    everyLane: string;
    search: string;
    searchHint: string;
    shown(count: number, all: number): string;
    loading: string;
    calmTitle: string;
    calmText: string;
    noneTitle: string;
    noneText: string;
    clear: string;
    more: string;
    keys: string;
  };
  transfer: {
    state: Record<TransferState, string>;
    meaning: Record<TransferState, string>;
    kind: Record<"transfer" | "forward" | "return" | "collection", string>;
    sent: string;
    final: string;
    delivered: string;
    signature(number: number): string;
    unknownSigner: string;
    awaited: string;
    progress(state: string, signatures: number, quorum: number): string;
    from(origin: string, destination: string): string;
    took(seconds: number): string;
    andMore(count: number): string;
    token(id: string): string;
    /** What ends a sentence, and what joins two parts of one. */
    stop: string;
    comma: string;
    close: string;
    journey: string;
    facts: string;
    copy(what: string): string;
    copied: string;
    copyFailed: string;
    open(name: string): string;
    picture: string;
    noPicture: string;
    fields: Record<
      | "messageId"
      | "lane"
      | "sequence"
      | "sender"
      | "recipient"
      | "refundAccount"
      | "homeToken"
      | "tokenIds"
      | "sentHash"
      | "deliveredHash"
      | "deadline"
      | "reason",
      string
    >;
    metadata: string;
    model: string;
  };
  sectionFailed: string;
  footer: string;
}
