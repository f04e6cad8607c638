import type { StatementLine } from "../document/line.ts";
import type { Statement } from "../document/statement.ts";
import type { StatementLanguage, Words } from "../language.ts";
import type { StatementLookup } from "../lookup.ts";
import { kindOf, PRICE_WORDS, ROLE_WORDS } from "../terms.ts";

/** What a cell is made of. */
export interface CsvRow {
  readonly line: StatementLine;
  readonly statement: Statement;
  readonly names: StatementLookup;
  readonly language: StatementLanguage;
}

/** A column: what it is called, and what stands in it for a line. */
export interface CsvColumn {
  readonly heading: Words;
  cell(row: CsvRow): string;
}

type Income = Exclude<StatementLine, { kind: "refund" }>;

const column = (ja: string, en: string, cell: CsvColumn["cell"]): CsvColumn => ({
  heading: { ja, en },
  cell,
});

/** A column that refunds leave empty. */
const income = (ja: string, en: string, cell: (line: Income, row: CsvRow) => string) =>
  column(ja, en, (row) => (row.line.kind === "refund" ? "" : cell(row.line, row)));

/** A column of sales alone. */
const sale = (
  ja: string,
  en: string,
  cell: (line: Extract<Income, { kind: "sale" }>, row: CsvRow) => string,
) => column(ja, en, (row) => (row.line.kind === "sale" ? cell(row.line, row) : ""));

/** The columns of a statement's CSV, in order. New ones go to the end: programs read them by place. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  column("日付（日本時間）", "Date (Japan)", ({ line }) => line.day),
  column("時刻（UTC）", "Time (UTC)", ({ line }) => line.time),
  column("種別", "Kind", ({ line, language }) => kindOf(line)[language]),
  column("作品", "Work", workOf),
  sale("アセットID", "Asset", ({ work }) => work.asset),
  sale("原作のアセットID", "Original asset", ({ work }) => work.home ?? ""),
  sale("数量", "Count", ({ work }) => work.count),
  column("チェーン", "Chain", ({ line, names }) => names.chain(line.chain)),
  sale("マーケット", "Market", ({ chain, market }, { names }) => names.account(chain, market)),
  column("取引番号", "Reference", ({ line }) =>
    line.kind === "batch" ? line.messageId : line.reference,
  ),
  column("トランザクション", "Transaction", ({ line }) => line.transaction),
  column("通貨", "Currency", ({ line, names }) => names.currency(line.chain, line.currency).symbol),
  column("通貨のアドレス", "Currency address", ({ line }) => line.currency),
  column("円換算の根拠", "Price source", ({ line, names, language }) => {
    const { price } = names.currency(line.chain, line.currency);
    const words = PRICE_WORDS[price.kind][language];
    return price.issuer === undefined ? words : `${words} (${price.issuer})`;
  }),
  income("総額（円）", "Gross (yen)", ({ gross }) => gross.yen),
  income("手数料（円）", "Fees (yen)", ({ fees }) => fees.yen),
  income("他の受取人（円）", "Others (yen)", ({ others }) => others.yen),
  column("分配額（円）", "Share (yen)", ({ line }) =>
    line.kind === "refund" ? line.amount.yen : line.share.yen,
  ),
  column("分配額（通貨）", "Share (currency)", ({ line, names }) =>
    names.amount(line, line.kind === "refund" ? line.amount.units : line.share.units),
  ),
  income("区分", "Role", ({ parts }, { language }) =>
    [
      ...new Set(parts.filter(({ isOwn }) => isOwn).map(({ role }) => ROLE_WORDS[role][language])),
    ].join(" / "),
  ),
  income("支払済（通貨）", "Paid (currency)", (line, { names }) =>
    names.amount(line, line.settlement.paid),
  ),
  income("受取済（通貨）", "Claimed (currency)", (line, { names }) =>
    names.amount(line, line.settlement.claimed),
  ),
  income("受取待ち（通貨）", "Waiting (currency)", (line, { names }) =>
    names.amount(line, line.settlement.waiting),
  ),
  income("支払期日（記録）", "Due (record)", ({ due }) => due ?? ""),
  income("源泉徴収（円、記録）", "Withheld (yen, record)", ({ withheld }) => withheld ?? ""),
  column("購入者", "Buyer", ({ line }) =>
    line.kind === "sale" || line.kind === "refund" ? line.buyer : "",
  ),
  column("元になった販売", "Sales behind it", ({ line }) =>
    line.kind === "batch" ? line.sources.map(({ reference }) => reference).join(" ") : "",
  ),
];

function workOf({ line, names }: CsvRow): string {
  if (line.kind === "sale") return names.work(line.work);
  if (line.kind !== "batch") return "";
  const works = line.sources.flatMap(({ work }) => (work === undefined ? [] : [names.work(work)]));
  return [...new Set(works)].join(" / ");
}
