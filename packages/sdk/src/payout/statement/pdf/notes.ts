import { PRICE_WORDS } from "../terms.ts";
import { type PdfContent, signerOf } from "./content.ts";
import { COLOUR, PAGE, type Sheet, WIDTH } from "./sheet.ts";
import { showRate } from "./yen.ts";

/** The width of what a note is about. */
const LABEL = 104;

/** Draws what is noted for the books, where prices come from, and what the statement rests on. */
export function drawNotes(sheet: Sheet, content: PdfContent): void {
  const { words } = content;
  const noted = booksOf(content);
  if (noted.length > 0) {
    sheet.heading(`${words.notes}  (${words.notAdvice})`);
    drawPairs(sheet, noted);
  }
  const claims = claimsOf(content);
  if (claims.length > 0) {
    sheet.heading(words.claimsTitle);
    drawPairs(sheet, claims);
  }
  sheet.heading(words.evidence, 80);
  const again = "validator" in content.statement ? words.again : words.againUnsigned;
  const style = { size: 7.2, colour: COLOUR.muted, lines: 3 };
  sheet.y += sheet.text(again, PAGE.left, sheet.y, WIDTH, style) + 2;
  drawPairs(sheet, evidenceOf(content));
}

function drawPairs(sheet: Sheet, pairs: readonly (readonly [string, string])[]): void {
  for (const [label, text] of pairs) {
    const style = { size: 7.5, lines: 8 };
    const width = WIDTH - LABEL;
    sheet.makeRoom(sheet.measure(text, width, style) + 2);
    const top = sheet.y;
    const left = { size: 7.2, colour: COLOUR.muted, lines: 2 };
    const height = sheet.text(label, PAGE.left, top, LABEL - 6, left);
    sheet.y += Math.max(height, sheet.text(text, PAGE.left + LABEL, top, width, style)) + 1.5;
  }
}

function booksOf({ statement, words, yen }: PdfContent): [string, string][] {
  const { due, withholding, consumptionTax } = statement.record;
  const pairs: [string, string][] = [];
  if (due !== undefined) {
    const event = due.from === "sale" ? words.ofSale : words.ofPeriodEnd;
    pairs.push([words.dueLabel, words.duePlan(due.days, event, due.countsFirstDay)]);
  }
  if (withholding !== undefined) {
    const bands = withholding.bands.map(({ upTo, basisPoints }) => {
      const rate = showRate(basisPoints);
      if (upTo !== undefined) return words.upTo(yen(upTo), rate);
      return withholding.bands.length === 1 ? rate : words.above(rate);
    });
    const per = withholding.per === "payment" ? words.perPayment : words.perStatement;
    const result = words.withholdingOn(yen(withholding.taxable), yen(withholding.withheld));
    pairs.push([words.withholding, `${result} · ${bands.join(", ")} · ${per}`]);
  }
  if (consumptionTax !== undefined) {
    const { included, basisPoints, tax } = consumptionTax;
    const text = words.consumptionTaxIn(yen(included), showRate(basisPoints), yen(tax));
    pairs.push([words.consumptionTax, text]);
  }
  return pairs;
}

function claimsOf({ statement, names }: PdfContent): [string, string][] {
  return statement.claims.map((claim) => {
    const { symbol } = names.currency(claim.chain, claim.currency);
    const to = names.account(claim.chain, claim.to);
    const amount = `${names.amount(claim, claim.units)} ${symbol}`;
    const target = claim.to === claim.payee ? "" : ` → ${to}`;
    return [claim.day, `${amount} · ${names.chain(claim.chain)}${target} · ${claim.transaction}`];
  });
}

function evidenceOf(content: PdfContent): [string, string][] {
  const { statement, names, words, language, digest } = content;
  const prices = statement.currencies.map(({ chain, address, symbol, price }): [string, string] => {
    const issuer = price.issuer === undefined ? "" : ` · ${words.redeemedBy(price.issuer)}`;
    const source = PRICE_WORDS[price.kind][language];
    return [words.price, `${symbol} (${names.chain(chain)} ${address}): ${source}${issuer}`];
  });
  const chains = statement.chains.map(({ id, fromBlock, toBlock, toHash, toTime }) => {
    const name = names.chain(id) === id ? id : `${names.chain(id)} (${id})`;
    const blocks = words.blocks(fromBlock, toBlock);
    return [name, `${blocks} · ${toTime} · ${words.lastBlock} ${toHash}`] as [string, string];
  });
  const signature: [string, string][] =
    "signature" in statement ? [[words.signature, statement.signature]] : [];
  return [
    ...prices,
    ...chains,
    [words.digest, digest],
    [words.signer, signerOf(content)],
    ...signature,
  ];
}
