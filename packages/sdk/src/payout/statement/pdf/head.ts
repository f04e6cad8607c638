import { addDays } from "../period.ts";
import { type PdfContent, signerOf } from "./content.ts";
import { COLOUR, PAGE, type Sheet, WIDTH } from "./sheet.ts";

const GAP = 16;
/** More accounts of one creator than these are counted. */
const MOST_ACCOUNTS = 4;

interface BlockLine {
  readonly text: string;
  readonly isName?: boolean;
  readonly isAddress?: boolean;
}

/** Draws the title, the period, and who is who. */
export function drawHead(sheet: Sheet, content: PdfContent): void {
  const { statement, words } = content;
  const { from, to } = statement.period;
  sheet.y += sheet.text(words.title, PAGE.left, sheet.y, WIDTH, { size: 19, isBold: true });
  sheet.y += sheet.text(words.period(from, addDays(to, -1)), PAGE.left, sheet.y, WIDTH, {
    size: 10.5,
    colour: COLOUR.accent,
    isBold: true,
  });
  if (!statement.isComplete) {
    sheet.y += sheet.text(words.provisional, PAGE.left, sheet.y, WIDTH, { colour: COLOUR.minus });
  }
  sheet.y += 7;
  sheet.rule(sheet.y, COLOUR.accent, 1.2);
  sheet.y += 9;
  const width = (WIDTH - GAP) / 2;
  const left = drawBlock(sheet, words.creator, creatorLines(content), PAGE.left, width);
  const payer = payerLines(content);
  const right = drawBlock(
    sheet,
    payer.length === 0 ? words.signer : words.payer,
    payer.length === 0 ? [{ text: signerOf(content) }] : payer,
    PAGE.left + width + GAP,
    width,
  );
  sheet.y += Math.max(left, right) + 10;
}

function drawBlock(
  sheet: Sheet,
  heading: string,
  lines: readonly BlockLine[],
  x: number,
  width: number,
): number {
  let y = sheet.y;
  y += sheet.text(heading, x, y, width, { size: 7.5, colour: COLOUR.muted });
  for (const { text, isName = false, isAddress = false } of lines) {
    y += sheet.text(text, x, y, width, {
      size: isName ? 11 : isAddress ? 7.2 : 8,
      isBold: isName,
      lines: isName ? 2 : 3,
    });
  }
  return y - sheet.y;
}

function creatorLines({ statement, words }: PdfContent): BlockLine[] {
  const { name, address, registrationNumber, accounts } = statement.creator;
  const shown = accounts.slice(0, MOST_ACCOUNTS).map((text) => ({ text, isAddress: true }));
  const left = accounts.length - shown.length;
  return [
    ...partyLines({ name, address, registrationNumber }, words.registration),
    ...shown,
    ...(left > 0 ? [{ text: words.more(left) }] : []),
  ];
}

function payerLines({ statement: { payer }, words }: PdfContent): BlockLine[] {
  return payer === undefined ? [] : partyLines(payer, words.registration);
}

function partyLines(
  party: {
    name?: string | undefined;
    address?: string | undefined;
    registrationNumber?: string | undefined;
  },
  registration: string,
): BlockLine[] {
  const { name, address, registrationNumber } = party;
  return [
    ...(name === undefined ? [] : [{ text: name, isName: true }]),
    ...(address === undefined ? [] : [{ text: address }]),
    ...(registrationNumber === undefined
      ? []
      : [{ text: `${registration} ${registrationNumber}` }]),
  ];
}
