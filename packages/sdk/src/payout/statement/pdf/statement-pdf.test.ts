import fc from "fast-check";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, test } from "vitest";
import { exampleZone, issuer } from "../../../../test/example-reserves.ts";
import { exampleMonth, exampleRequest } from "../../../../test/payout/example-statement.ts";
import { sixtySales } from "../../../../test/payout/sixty-sales.ts";
import { address } from "../../../primitives/index.ts";
import {
  deriveStatement,
  REMUNERATION_WITHHOLDING,
  SIXTY_DAYS,
  STANDARD_CONSUMPTION_TAX,
  type StatementLanguage,
  type StatementLine,
  StatementPdfError,
  signStatement,
  statementDigest,
  statementJson,
  verifyStatement,
} from "../index.ts";
import { readStatementFonts } from "../node/index.ts";
import { statementPdf } from "./index.ts";
import { MISSING, printable } from "./printable.ts";
import { showYen } from "./yen.ts";

const fonts = await readStatementFonts();
const zone = await exampleZone();
const record = {
  due: SIXTY_DAYS,
  withholding: REMUNERATION_WITHHOLDING,
  consumptionTax: STANDARD_CONSUMPTION_TAX,
};
const month = deriveStatement(exampleMonth(), exampleRequest({ zoneId: zone.id, record }));
const signed = await signStatement(issuer, address(issuer.address), month);
const sixty = sixtySales();
const long = deriveStatement(sixty.facts, sixty.request);

/** The reader's newest way to an attachment, which its types do not know yet. */
interface AttachmentReader {
  getAttachmentContent(name: string): Promise<Uint8Array>;
}

const open = (pdf: Uint8Array) => getDocumentProxy(pdf.slice(), { verbosity: 0 });

/** What a reader finds in a PDF, page by page, without the spaces and breaks of its layout. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await open(pdf));
  return text.map((page) => page.normalize("NFKC").replace(/\s/g, ""));
}

const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");

function amountsOf(line: StatementLine, language: StatementLanguage): string[] {
  const all = line.kind === "refund" ? [line.amount] : [line.gross, line.share];
  return all.map(({ yen }) => plain(showYen(yen, language)));
}

describe.each(["ja", "en"] as const)("a statement's PDF, language %s,", (language) => {
  test("says what the statement says: names, days, amounts, notes, evidence", async () => {
    const text = (
      await pagesOf(await statementPdf(signed, { language, fonts, signer: "Otohime" }))
    ).join("");
    for (const line of signed.lines) {
      for (const said of [line.day, ...amountsOf(line, language)]) expect(text).toContain(said);
    }
    const { yen } = signed.totals;
    for (const amount of [
      yen.net,
      yen.gross,
      yen.broughtHome,
      yen.share,
      yen.waiting,
      "5158",
      "4549",
    ]) {
      expect(text).toContain(plain(showYen(amount, language)));
    }
    expect(text).toContain("月の浅瀬");
    expect(text).toContain(plain("潮見 凪"));
    expect(text).toContain("2026-12-30");
    expect(text).toContain(statementDigest(signed));
    expect(text).toContain(signed.signature);
    expect(text).toContain(`Otohime${signed.validator}`);
    for (const { toHash } of signed.chains) expect(text).toContain(toHash);
    expect(text).toContain(
      plain(language === "ja" ? "税務上の助言ではありません" : "not tax advice"),
    );
  });

  test("follows from the statement alone, to the byte", async () => {
    const [one, two] = await Promise.all([
      statementPdf(signed, { language, fonts }),
      statementPdf(signed, { language, fonts }),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  test("of sixty sales is small, has headings and numbers on every page, and cuts no amount", async () => {
    const pdf = await statementPdf(long, { language, fonts });
    expect(pdf.length).toBeLessThan(200_000);
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const [i, page] of pages.entries()) expect(page).toContain(`${i + 1}/${pages.length}`);
    const heading = language === "ja" ? "作品・内訳" : "Workandparts";
    for (const page of pages.slice(0, -1)) expect(page).toContain(heading);
    const text = pages.join("");
    for (const line of long.lines) {
      for (const amount of amountsOf(line, language)) expect(text).toContain(amount);
    }
  });
});

describe("a statement's PDF", () => {
  test("shows hostile titles as far as they can be shown, and nothing that turns or hides", async () => {
    const text = (await pagesOf(await statementPdf(long, { language: "ja", fonts }))).join("");
    expect(text).toContain("gnp.exeevil");
    expect(text).toContain("髙﨑");
    expect(text).toContain("abcd");
    expect(text).toContain(MISSING);
    expect(text).not.toMatch(
      /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Script=Arabic}\p{Script=Hebrew}]/u,
    );
  });

  test("carries the signed data, which is verified from it", async () => {
    const pdf = await statementPdf(signed, { language: "ja", fonts });
    const proxy = await open(pdf);
    const content = await (proxy as unknown as AttachmentReader).getAttachmentContent(
      "statement.json",
    );
    const json = new TextDecoder().decode(content);
    expect(json).toBe(statementJson(signed));
    expect(verifyStatement(zone, json).statement).toEqual(signed);
  });

  test("is dated by its newest block, names itself and its digest", async () => {
    const { info } = await getMeta(
      await open(await statementPdf(signed, { language: "en", fonts })),
    );
    expect(info).toMatchObject({
      Title: "Creator statement 2026-11-01/2026-12-01",
      Subject: statementDigest(signed),
      CreationDate: "D:20261201150000Z",
      Language: "en",
    });
  });

  test("of an unsigned statement, of nothing, says so", async () => {
    const story = {
      ...exampleMonth(),
      sales: [],
      shares: [],
      batches: [],
      refunds: [],
      claims: [],
    };
    const nothing = deriveStatement(
      story,
      exampleRequest({ creator: { accounts: [signed.validator] } }),
    );
    const text = (await pagesOf(await statementPdf(nothing, { language: "en", fonts }))).join("");
    expect(text).toContain("Nothinghappenedinthisperiod.");
    expect(text).toContain("notsigned");
  });

  test("of more than 2,000 lines is refused before anything is set", async () => {
    const lines = Array.from({ length: 41 }, () => long.lines.slice(0, 50)).flat();
    const pdf = statementPdf({ ...long, lines }, { language: "en", fonts });
    await expect(pdf).rejects.toThrow(/at most 2000 lines/);
  });

  test.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["noise", new Uint8Array(1_000).fill(7)],
    ["half a font", fonts.regular.slice(0, 1_000)],
  ])("cannot be set in %s", async (_, regular) => {
    const pdf = statementPdf(signed, { language: "ja", fonts: { ...fonts, regular } });
    await expect(pdf).rejects.toThrow(StatementPdfError);
  });
});

describe("what is printable", () => {
  const latin = (point: number) => point < 0x250;

  test.each([
    ["plain", "plain"],
    ["e\u0301", "é"],
    ["日本 abc 日", `${MISSING} abc ${MISSING}`],
    ["日 本", MISSING],
    ["a\u202eb\u200dc\ufe0f", "abc"],
    ["q\u0323", "q"],
  ])("of %j is %j", (text, shown) => {
    expect(printable(text, latin)).toBe(shown);
  });

  test("has only what the font has, and the mark for what it has not, on one line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const shown = printable(text, latin, 200);
        expect(shown.length).toBeLessThanOrEqual(200);
        for (const char of shown) {
          expect(latin(char.codePointAt(0) ?? 0) || char === MISSING).toBe(true);
          expect(char).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
    );
  });
});
