import type { FindingCatalogue, FindingReport } from "../../primitives/index.ts";

/** Every finding that the check of an issuer's report can make. */
export type IssuerFindingCode =
  | "issuer-signature-wrong"
  | "issuer-signature-unverifiable"
  | "issuer-account-other"
  | "issuer-report-old"
  | "issuer-report-future"
  | "issuer-total-differs"
  | "issuer-reserves-short"
  | "issuer-outside-ceiling"
  | "issuer-one-custodian"
  | "issuer-holding-duplicate"
  | "issuer-holding-matured"
  | "issuer-term-deposit-locked"
  | "issuer-bond-long"
  | "issuer-bond-country"
  | "issuer-bond-foreign"
  | "issuer-contract-duplicate"
  | "issuer-contract-unlisted"
  | "issuer-contract-silent"
  | "issuer-block-differs"
  | "issuer-decimals-differ"
  | "issuer-outstanding-differs"
  | "issuer-outstanding-unread";

/** What each finding about an issuer's report says. */
export const ISSUER_FINDINGS: FindingCatalogue<IssuerFindingCode> = {
  "issuer-signature-wrong": {
    severity: "error",
    en: "The report was changed after it was signed, or signed by another account than the issuer's. It recovers to {}.",
    ja: "署名後に変更されたか、発行者以外のアカウントが署名しています。署名から得られるアカウント: {}",
  },
  "issuer-signature-unverifiable": {
    severity: "error",
    en: "The account is a contract, and was not asked: whether it signed this only its chain, {}, can say (ERC-1271).",
    ja: "アカウントがコントラクトのため、署名の正否はチェーン {} に尋ねなければ分かりません (ERC-1271)。",
  },
  "issuer-account-other": {
    severity: "error",
    en: "The report is by {}, which is not the account that is known as the issuer's.",
    ja: "報告書のアカウント {} は、発行者のものとして知られているアカウントと異なります。",
  },
  "issuer-report-old": {
    severity: "error",
    en: "The report is {} days old and says nothing of today.",
    ja: "報告書は {} 日前のもので、現在の状況を示しません。",
  },
  "issuer-report-future": {
    severity: "error",
    en: "The report is of a time that has not come: {}.",
    ja: "報告書の基準時刻 {} がまだ来ていません。",
  },
  "issuer-total-differs": {
    severity: "error",
    en: "The parts add up to {}, not to the total that is stated.",
    ja: "内訳の合計は {} で、記載された合計と一致しません。",
  },
  "issuer-reserves-short": {
    severity: "error",
    en: "The reserves are {} yen less than what is outstanding.",
    ja: "裏付け資産が発行残高より {} 円不足しています。",
  },
  "issuer-outside-ceiling": {
    severity: "error",
    en: "More than half of the reserves lie outside demand deposits: {} yen over the ceiling.",
    ja: "要求払預金以外の資産が裏付け資産の半分を超えています。上限を {} 円上回ります。",
  },
  "issuer-one-custodian": {
    severity: "warning",
    en: "All reserves lie with one custodian, {}.",
    ja: "裏付け資産のすべてが一つの保管先 {} にあります。",
  },
  "issuer-holding-duplicate": {
    severity: "error",
    en: "This holding of {} yen stands in the list twice; if there are two, give each a reference of its own.",
    ja: "{} 円の同じ資産が二度記載されています。別の資産であれば、それぞれに固有の reference を付けてください。",
  },
  "issuer-holding-matured": {
    severity: "error",
    en: "It matured on {}, before the report's day.",
    ja: "報告書の基準日より前の {} に満期を迎えています。",
  },
  "issuer-term-deposit-locked": {
    severity: "error",
    en: "A term deposit of {} yen cannot be ended early without a loss.",
    ja: "{} 円の定期預金は、元本を損なわずに中途解約できません。",
  },
  "issuer-bond-long": {
    severity: "error",
    en: "The bond matures on {}, more than three months after the report's day.",
    ja: "国債の満期 {} は、報告書の基準日から 3 か月を超えています。",
  },
  "issuer-bond-country": {
    severity: "error",
    en: "Only bonds of Japan and the United States may be held; this one is of {}.",
    ja: "保有できるのは日本国債と米国債だけです。この国債の発行国: {}",
  },
  "issuer-bond-foreign": {
    severity: "warning",
    en: "The bond is of {}: what it fetches in yen moves with the exchange rate.",
    ja: "発行国 {} の国債のため、円での価値は為替相場によって変わります。",
  },
  "issuer-contract-duplicate": {
    severity: "error",
    en: "The contract {} stands in the list twice.",
    ja: "コントラクト {} が二度記載されています。",
  },
  "issuer-contract-unlisted": {
    severity: "error",
    en: "The currency also circulates at {}, which the report leaves out.",
    ja: "この通貨は {} でも流通していますが、報告書に記載がありません。",
  },
  "issuer-contract-silent": {
    severity: "error",
    en: "No currency answers at {}.",
    ja: "{} に応答する通貨のコントラクトがありません。",
  },
  "issuer-block-differs": {
    severity: "error",
    en: "The chain has another block of this number: {}.",
    ja: "チェーン上のこの番号のブロックは別のものです: {}",
  },
  "issuer-decimals-differ": {
    severity: "error",
    en: "The contract says that the currency has {} decimals.",
    ja: "コントラクトによると、この通貨の小数点以下は {} 桁です。",
  },
  "issuer-outstanding-differs": {
    severity: "error",
    en: "The chain says that {} units are outstanding at this block.",
    ja: "チェーンによると、このブロックでの発行残高は {} 単位です。",
  },
  "issuer-outstanding-unread": {
    severity: "info",
    en: "What is outstanding at {} was not compared with its chain.",
    ja: "{} の発行残高はチェーンと照合していません。",
  },
};

/** Where the check notes what it finds. */
export type IssuerFindings = FindingReport<IssuerFindingCode>;
