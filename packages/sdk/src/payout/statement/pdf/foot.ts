import { type PdfContent, signerOf } from "./content.ts";
import { shortHex } from "./printable.ts";
import { COLOUR, FLOOR, PAGE, type Sheet, WIDTH } from "./sheet.ts";

/** Draws the foot of every page, when it is known how many there are: digest, signer, page, and that it is no advice. */
export function drawFeet(sheet: Sheet, content: PdfContent): void {
  const { words, digest, statement } = content;
  const { start, count } = sheet.doc.bufferedPageRange();
  const signer = "validator" in statement ? `${words.signer} ${signerOf(content)}` : words.unsigned;
  for (let i = 0; i < count; i++) {
    sheet.doc.switchToPage(start + i);
    const style = { size: 6.5, colour: COLOUR.muted };
    sheet.rule(FLOOR + 10);
    const page = words.page(i + 1, count);
    sheet.text(`${words.digest} ${digest}`, PAGE.left, FLOOR + 14, WIDTH - 60, style);
    sheet.text(page, PAGE.left, FLOOR + 14, WIDTH, { ...style, size: 7.5, align: "right" });
    sheet.text(signer, PAGE.left, FLOOR + 24, WIDTH - 60, style);
    const whose = statement.creator.name ?? shortHex(statement.creator.accounts[0] ?? "");
    const { from, to } = statement.period;
    const about = `${words.title}  ${whose}  ${from}/${to}  ·  ${words.notAdvice}`;
    sheet.text(about, PAGE.left, FLOOR + 34, WIDTH, style);
  }
}
