import type { StatementLine } from "./document/line.ts";
import type { ShareRole } from "./facts.ts";
import type { Words } from "./language.ts";

/** What lines are called. */
const KIND_WORDS: Readonly<
  Record<StatementLine["kind"] | "primary" | "resale" | "division", Words>
> = {
  sale: { ja: "販売", en: "Sale" },
  primary: { ja: "一次販売", en: "First sale" },
  resale: { ja: "二次販売", en: "Resale" },
  payment: { ja: "支払い", en: "Payment" },
  batch: { ja: "還元金の受取", en: "Royalties brought home" },
  division: { ja: "分配契約からの受取", en: "Divided by a split" },
  refund: { ja: "返金", en: "Refund" },
};

/** What parts are called. */
export const ROLE_WORDS: Readonly<Record<Exclude<ShareRole, "surplus">, Words>> = {
  proceeds: { ja: "売上", en: "Proceeds" },
  royalty: { ja: "還元金", en: "Royalty" },
  fee: { ja: "手数料", en: "Fee" },
};

/** Where money is. */
export const STATE_WORDS = {
  paid: { ja: "支払済", en: "Paid" },
  claimed: { ja: "受取済", en: "Claimed" },
  waiting: { ja: "受取待ち", en: "Waiting" },
  forwarded: { ja: "送金中", en: "Sent on" },
} as const satisfies Record<string, Words>;

/** Where a price in yen comes from. */
export const PRICE_WORDS = {
  par: {
    ja: "額面（1トークン＝1円、発行者の償還による）",
    en: "Par: one token is one yen, by the issuer's redemption",
  },
} as const satisfies Record<string, Words>;

/** What a line is called: a sale's word says whether it was the first, a batch's whether it crossed chains. */
export function kindOf(line: StatementLine): Words {
  if (line.kind === "sale") return KIND_WORDS[line.isPrimary ? "primary" : "resale"];
  if (line.kind === "batch" && line.fromChain === line.chain) return KIND_WORDS.division;
  return KIND_WORDS[line.kind];
}
