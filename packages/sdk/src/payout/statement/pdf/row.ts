import type { Address, ChainId } from "../../../primitives/index.ts";
import { unitsToYen, yenText } from "../amount.ts";
import type { IncomeLine, StatementLine, StatementPart, Work } from "../document/line.ts";
import { kindOf, ROLE_WORDS, STATE_WORDS } from "../terms.ts";
import type { PdfContent } from "./content.ts";
import { shortHex } from "./printable.ts";

/** What a line of the table says. */
export interface Row {
  readonly date: string;
  readonly title: string;
  readonly subtitle: string;
  readonly gross: string;
  readonly fees: string;
  readonly share: string;
  readonly isMinus: boolean;
  /** Where the share is, and until when it is due. */
  readonly state: readonly string[];
  readonly isWaiting: boolean;
  /** The sales behind it, and who got what: a text each. */
  readonly details: readonly string[];
}

/** More parts of a payment than these are counted; the attached data has all. */
const MOST_PARTS = 6;

/** Says a line in words. */
export function rowOf(line: StatementLine, content: PdfContent): Row {
  const { words, yen } = content;
  if (line.kind === "refund") {
    return {
      date: line.day,
      title: kindOf(line)[content.language],
      subtitle: subtitleOf(line, content),
      ...{ gross: "", fees: "", share: yen(line.amount.yen), isMinus: true },
      ...{ state: [], isWaiting: false, details: [] },
    };
  }
  return {
    date: line.day,
    title: titleOf(line, content),
    subtitle: subtitleOf(line, content),
    gross: yen(line.gross.yen),
    fees: line.fees.units === "0" ? "—" : yen(line.fees.yen),
    share: yen(line.share.yen),
    isMinus: false,
    state: [
      ...statesOf(line, content),
      ...(line.due === undefined ? [] : [`${words.due} ${line.due}`]),
      ...(line.withheld === undefined ? [] : [`${words.withheld} ${yen(line.withheld)}`]),
    ],
    isWaiting: line.settlement.waiting !== "0",
    details: detailsOf(line, content),
  };
}

function titleOf(line: IncomeLine, content: PdfContent): string {
  if (line.kind !== "sale") return kindOf(line)[content.language];
  const { count } = line.work;
  return `${workName(line.work, content)}${count === "1" ? "" : ` ×${count}`}`;
}

/** A work's name; without one, its number in its collection. */
function workName(work: Work, { names }: PdfContent): string {
  const name = names.work(work);
  if (name !== work.asset && name !== work.home) return name;
  const [, , contract = "", token = ""] = name.split(/[:/]/).slice(-4);
  const number = token.length > 12 ? `${token.slice(0, 6)}…${token.slice(-4)}` : token;
  return `#${number} (${shortHex(contract)})`;
}

function subtitleOf(line: StatementLine, content: PdfContent): string {
  const { names, language, words } = content;
  const account = (of: Address) => shortHex(names.account(line.chain, of));
  const reference = line.kind === "batch" ? line.messageId : line.reference;
  const chain = names.chain(line.chain);
  const parts =
    line.kind === "sale"
      ? [kindOf(line)[language], chain, account(line.market), shortHex(line.transaction)]
      : line.kind === "batch"
        ? [wayOf(line, content), `${words.message} ${shortHex(reference)}`]
        : [chain, shortHex(reference), shortHex(line.transaction)];
  return parts.join(" · ");
}

/** Which way a batch came: between chains, or through a split of the same one. */
function wayOf(line: Extract<IncomeLine, { kind: "batch" }>, { names }: PdfContent): string {
  const from = names.chain(line.fromChain);
  if (line.fromChain !== line.chain) return `${from} → ${names.chain(line.chain)}`;
  return `${from} · ${shortHex(names.account(line.chain, line.router))}`;
}

/** Where the share is, with amounts where it is in several places. */
function statesOf(line: IncomeLine, { language, names, yen }: PdfContent): string[] {
  const { decimals } = names.currency(line.chain, line.currency);
  const places = (["paid", "claimed", "waiting"] as const).filter(
    (place) => line.settlement[place] !== "0",
  );
  if (places.length === 0) return [STATE_WORDS.paid[language]];
  return places.map((place) => {
    const word = STATE_WORDS[place][language];
    if (places.length === 1) return word;
    return `${word} ${yen(yenText(unitsToYen(BigInt(line.settlement[place]), decimals)))}`;
  });
}

function detailsOf(line: IncomeLine, content: PdfContent): string[] {
  const { names, yen, words } = content;
  const { decimals } = names.currency(line.chain, line.currency);
  const inYen = (units: string) => yen(yenText(unitsToYen(BigInt(units), decimals)));
  const sources =
    line.kind !== "batch"
      ? []
      : line.sources.map(({ work, reference, day, price, units }) => {
          const what = work === undefined ? shortHex(reference) : workName(work, content);
          return `${day} ${what} ${yen(price.yen)} → ${inYen(units)}`;
        });
  // The creator's own parts come first, so that they are never among those that are only counted.
  const parts = [...line.parts]
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
    .filter(({ units }) => units !== "0")
    .map((part) => `${partText(part, line.chain, content)} ${inYen(part.units)}`);
  return [sources, parts]
    .filter((texts) => texts.length > 0)
    .map((texts) => shortened(texts, words).join(" / "));
}

function shortened(texts: readonly string[], words: PdfContent["words"]): string[] {
  const left = texts.length - MOST_PARTS;
  if (left <= 0) return [...texts];
  return [...texts.slice(0, MOST_PARTS), words.more(left)];
}

function partText(
  { payee, role, isOwn, isForwarded }: StatementPart,
  chain: ChainId,
  { names, language, words }: PdfContent,
): string {
  const notes = [
    ROLE_WORDS[role][language],
    ...(isOwn ? [words.own] : []),
    ...(isForwarded ? [STATE_WORDS.forwarded[language]] : []),
  ];
  return `${shortHex(names.account(chain, payee))} (${notes.join(", ")})`;
}
