import type { StatementLanguage } from "../language.ts";

const JA = {
  title: "収益分配明細書",
  creator: "クリエイター",
  payer: "支払者",
  signer: "署名者",
  registration: "登録番号",
  accounts: "アカウント",
  net: "分配額（返金差引後）",
  sales: "販売",
  gross: "販売総額",
  broughtHome: "還元金の受取",
  fees: "手数料",
  others: "他の受取人",
  share: "分配額",
  refunds: "返金",
  paid: "支払済",
  claimed: "受取済",
  waiting: "受取待ち",
  byChain: "チェーン別",
  chain: "チェーン",
  currency: "通貨",
  lines: "明細",
  date: "日付",
  work: "作品・内訳",
  amount: "総額",
  state: "状況",
  due: "期日",
  withheld: "源泉",
  none: "この期間の取引はありません。",
  more: (n: number) => `ほか${n}件`,
  count: (n: number) => `${n}件`,
  own: "本人",
  message: "メッセージ",
  notes: "記録",
  notAdvice: "記録であり、税務上の助言ではありません。",
  duePlan: (days: number, event: string, counts: boolean) =>
    `${event}${counts ? "を1日目として" : "の翌日から"}${days}日目`,
  dueLabel: "支払期日",
  ofSale: "販売日",
  ofPeriodEnd: "期間の末日",
  withholding: "源泉徴収",
  withholdingOn: (base: string, tax: string) => `対象額 ${base} に対し ${tax}`,
  upTo: (yen: string, rate: string) => `${yen}まで ${rate}`,
  above: (rate: string) => `超える部分 ${rate}`,
  perPayment: "1回の支払いごと",
  perStatement: "本書の合計に対して",
  consumptionTax: "消費税",
  consumptionTaxIn: (included: string, rate: string, tax: string) =>
    `税込 ${included}（税率 ${rate}）のうち消費税 ${tax}`,
  price: "円換算の根拠",
  redeemedBy: (issuer: string) => `償還: ${issuer}`,
  claimsTitle: "期間中に受け取った待ち残高",
  evidence: "根拠",
  blocks: (from: number, to: number) => `ブロック ${from} 〜 ${to}`,
  lastBlock: "最終ブロック",
  digest: "ダイジェスト",
  signature: "署名",
  unsigned: "未署名",
  again:
    "この明細は、下のブロックの記録だけから誰でも同じものを再計算できます。署名済みのデータ（statement.json）をこの PDF に添付しています。",
  againUnsigned:
    "この明細は、下のブロックの記録だけから誰でも同じものを再計算できます。元のデータ（statement.json）をこの PDF に添付しています。",
  provisional: "暫定（期間の終わりまで読み取っていません）",
  page: (n: number, of: number) => `${n} / ${of}`,
  period: (from: string, to: string) => `${japaneseDay(from)} 〜 ${japaneseDay(to)}`,
};

/** What a statement's PDF says, besides its figures. */
export type PdfWords = typeof JA;

const EN: PdfWords = {
  title: "Creator statement",
  creator: "Creator",
  payer: "Payer",
  signer: "Signed by",
  registration: "Registration no.",
  accounts: "Accounts",
  net: "Share, less refunds",
  sales: "Sales",
  gross: "Gross sales",
  broughtHome: "Royalties brought home",
  fees: "Fees",
  others: "Other payees",
  share: "Share",
  refunds: "Refunds",
  paid: "Paid",
  claimed: "Claimed",
  waiting: "Waiting",
  byChain: "By chain",
  chain: "Chain",
  currency: "Currency",
  lines: "Lines",
  date: "Date",
  work: "Work and parts",
  amount: "Gross",
  state: "State",
  due: "due",
  withheld: "withheld",
  none: "Nothing happened in this period.",
  more: (n) => `and ${n} more`,
  count: (n) => `${n}`,
  own: "own",
  message: "Message",
  notes: "For the books",
  notAdvice: "A record, not tax advice.",
  duePlan: (days, event, counts) =>
    `day ${days}, ${event} ${counts ? "being the first" : "not counted"}`,
  dueLabel: "Due",
  ofSale: "the day of the sale",
  ofPeriodEnd: "the last day of the period",
  withholding: "Withholding",
  withholdingOn: (base, tax) => `${tax} on ${base}`,
  upTo: (yen, rate) => `${rate} up to ${yen}`,
  above: (rate) => `${rate} above`,
  perPayment: "by payment",
  perStatement: "on the statement's sum",
  consumptionTax: "Consumption tax",
  consumptionTaxIn: (included, rate, tax) => `${tax} in ${included}, tax included, at ${rate}`,
  price: "Price source",
  redeemedBy: (issuer) => `redeemed by ${issuer}`,
  claimsTitle: "Waiting credits taken in the period",
  evidence: "Evidence",
  blocks: (from, to) => `blocks ${from} to ${to}`,
  lastBlock: "last block",
  digest: "Digest",
  signature: "Signature",
  unsigned: "not signed",
  again:
    "Anyone can derive this statement again from what these blocks recorded, and nothing else. The signed data (statement.json) is attached to this PDF.",
  againUnsigned:
    "Anyone can derive this statement again from what these blocks recorded, and nothing else. The data (statement.json) is attached to this PDF.",
  provisional: "Provisional: not read to the end of the period",
  page: (n, of) => `${n} / ${of}`,
  period: (from, to) => `${englishDay(from)} to ${englishDay(to)}`,
};

/** The words of each language. */
export const PDF_WORDS: Readonly<Record<StatementLanguage, PdfWords>> = { ja: JA, en: EN };

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function englishDay(day: string): string {
  const [year, month = 1, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

function japaneseDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
