import type { CrossingPhase, CrossingProblem } from "../../../sim/crossing/crossing.ts";
import type { PlaceSlug, PlatformSlug, SpotKind } from "../../../sim/place/place.ts";
import type { Emote } from "../../../sim/protocol/references.ts";
import type { MakingWords } from "./making-words.ts";
import type { TradeWords } from "./trade-words.ts";

/** What went wrong, and what one can do. */
export interface ProblemWords {
  text: string;
  todo: string;
}

/** The words of the way in. */
export interface ArrivalWords {
  tagline: string;
  lead: string;
  enter: string;
  enterAgain(name: string): string;
  someoneElse: string;
  zonePage: string;
  zonePageText: string;
  whoTitle: string;
  whoLead: string;
  avatarLegend: string;
  ownFile: string;
  ownFileText: string;
  ownFileReading: string;
  ownFileReady(name: string): string;
  ownFileTriangles(count: number): string;
  findings: string;
  nameLabel: string;
  nameHint: string;
  nameShown(name: string): string;
  next: string;
  back: string;
  keyTitle: string;
  keyLead: string;
  keyPasskey: string;
  keyPasskeyText: string;
  keyNoPasskey: string;
  keyPassphrase: string;
  keyPassphraseText: string;
  passphraseLabel: string;
  passphraseHint: string;
  show: string;
  hide: string;
  strength: Record<"weak" | "fair" | "good" | "strong", string>;
  reasons: Record<"too-short" | "common" | "repeats" | "sequence" | "personal", string>;
  makeKey: string;
  ownWallet: string;
  ownWalletText: string;
  noWallet: string;
  connect(wallet: string): string;
  haveKey: string;
  unlockTitle: string;
  unlockLead(name: string): string;
  unlockPasskey: string;
  unlock: string;
  recoverTitle: string;
  recoverLead: string;
  recoverWords: string;
  recoverWordsHint: string;
  recoverNewPassphrase: string;
  recoverFile: string;
  recoverFileHint: string;
  recover: string;
  enteringTitle: string;
  busy: Record<
    "key" | "passkey" | "wallet" | "unlock" | "recover" | "sign-in" | "zone" | "world",
    string
  >;
  retry: string;
  replacedTitle: string;
  replacedText: string;
  continueHere: string;
}

/** The words over the world. */
export interface HudWords {
  places: Record<PlaceSlug, string>;
  placeLines: Record<PlaceSlug, string>;
  scene(place: string): string;
  people(count: number): string;
  alone: string;
  link: Record<"connecting" | "lost" | "closing" | "hall-full", string>;
  retryNow: string;
  prompts: Record<SpotKind, string>;
  /** The prompt before a frame in which nothing hangs. */
  emptyFrame: string;
  key: string;
  chat: string;
  chatHint: string;
  send: string;
  chatEmpty: string;
  staff: string;
  joined(name: string): string;
  left(name: string): string;
  wentAway(name: string): string;
  emotes: Record<Emote, string>;
  emotesLabel: string;
  walkTo: string;
  walkToBooth(name: string): string;
  walkToGifts: string;
  walkToGate: string;
  walkToEasel: string;
  walkToMarket: string;
  walkThrough: string;
  walkToArtwork(title: string): string;
  belongings: string;
  settings: string;
  help: string;
  stick: string;
  close: string;
  inHand(name: string): string;
}

/** The words of the panels. */
export interface PanelWords {
  gifts: {
    title: string;
    lead: string;
    take(name: string): string;
    taking: string;
    taken: string;
  };
  belongings: {
    title: string;
    empty: string;
    reading: string;
    failed(where: string): string;
    where(place: string): string;
    born(place: string): string;
    elsewhere(place: string): string;
    crossing: string;
    hold: string;
    putAway: string;
    unnamed(id: string): string;
    backup: string;
    backupText: string;
    refresh: string;
  };
  gate: {
    title(to: string): string;
    carrying(name: string): string;
    carryingText(to: string): string;
    empty: string;
    busy(name: string): string;
    unknown: string;
    go: string;
    see: string;
  };
  booth: {
    jobs: string;
    about: string;
    talk: string;
    talkText: string;
    talkHint: string;
    ask: string;
    apply: string;
    employment: Record<"FULL_TIME" | "PART_TIME" | "INTERN" | "CONTRACTOR", string>;
    salary(min: string, max: string, unit: "YEAR" | "HOUR"): string;
    until(date: string): string;
    fictional: string;
    applyTitle(job: string): string;
    applyLead(company: string): string;
    fields: Record<string, string>;
    required: string;
    tell(field: string): string;
    previewTitle: string;
    previewLead(company: string): string;
    previewEmpty: string;
    missing(fields: string): string;
    sign: string;
    signing: string;
    receiptTitle: string;
    receipt(company: string): string;
    receiptId: string;
    withdraw: string;
    withdrawing: string;
    withdrawText: string;
    withdrawn: string;
    withdrawnText: string;
    cancel: string;
  };
  artwork: {
    by: string;
    share(percent: string): string;
    price: string;
    priceReading: string;
    notForSale: string;
    /** Where a work hung. */
    gone: string;
    yen(amount: string): string;
    yenUnknown: string;
    getYen: string;
    gettingYen: string;
    tooFew: string;
    buy(price: string): string;
    buyText: string;
    buying: string;
    landing: string;
    paid(amount: string): string;
    credited(amount: string): string;
    waiting(amount: string): string;
    mine: string;
    sold: string;
    next: string;
  };
  settings: {
    title: string;
    language: string;
    detail: string;
    details: Record<"auto" | "full" | "reduced", string>;
    motion: string;
    motions: Record<"auto" | "reduced", string>;
    sound: string;
    soundText: string;
    change: string;
    name: string;
    save: string;
    account: string;
    zone: string;
    on: string;
  };
  help: {
    title: string;
    lead: string;
    keys: readonly (readonly [keys: string, does: string])[];
    touch: string;
    about: string;
  };
  backup: {
    title: string;
    lead: string;
    never: string;
    showWords: string;
    wordsTitle: string;
    wordsText: string;
    written: string;
    checkTitle: string;
    checkText(number: number): string;
    check: string;
    wrong: string;
    fileTitle: string;
    fileText: string;
    makeFile: string;
    making(percent: number): string;
    later: string;
    done: string;
  };
}

/** The words of the way between the worlds. */
export interface CorridorWords {
  title(from: string, to: string): string;
  emptyHanded: string;
  phase: Record<CrossingPhase, string>;
  stages: Record<"sent" | "final" | "delivered" | "parked" | "returned", string>;
  signature(number: number): string;
  awaited: string;
  elapsed(seconds: number): string;
  took(seconds: number): string;
  admission: Record<"asking" | "admitted" | "failed", (to: string) => string>;
  open(to: string): string;
  goOn(to: string): string;
  goBack(from: string): string;
  retry: string;
  problems: Record<CrossingProblem, ProblemWords>;
  parked: ProblemWords;
  returned: ProblemWords;
  technical: string;
  reason: string;
  messageId: string;
  safe: string;
}

/** Everything that the world says, in one language. */
export interface WorldWords {
  name: string;
  language: string;
  other: string;
  loading(done: number, of: number): string;
  flat: ProblemWords;
  arrival: ArrivalWords;
  hud: HudWords;
  panels: PanelWords;
  making: MakingWords;
  trade: TradeWords;
  corridor: CorridorWords;
  notices: Record<string, (about: string) => string>;
  problems: Record<string, ProblemWords>;
  unknownProblem: ProblemWords;
  platforms: Record<PlatformSlug, string>;
}
