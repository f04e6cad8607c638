import { parseBankAccount } from "@ryugu/sdk/payout";
import { verifyStatement } from "@ryugu/sdk/payout/statement";
import { readZone } from "@ryugu/sdk/zone";
import { describe, expect, test } from "vitest";
import { deskVisits, WAIT } from "./support/desk/desk-visits.ts";
import { PASSPHRASE } from "./support/desk/kept-key.ts";
import { fillMoney, yen } from "./support/desk/made-money.ts";
import { madeStatement, statements } from "./support/desk/made-statement.ts";

const desks = await deskVisits();
const { problems, visit } = desks;
const me = () => desks.key.account;
const OTHER = `0x${"5a".repeat(20)}`;
const BANK = parseBankAccount({
  ...{
    bankCode: "0005",
    branchCode: "123",
    type: "ordinary",
    number: "1234567",
    holder: "ヤマダ ハナコ",
  },
});

/** Comes with the key open. */
async function visitOpen(options = {}) {
  const desk = await visit(options);
  await desk.unlock({ passphrase: PASSPHRASE });
  return desk;
}

describe.skipIf(desks.browser === undefined)("taking what is credited", () => {
  test("a credit goes to another account by signature, and the page says when it has", async () => {
    fillMoney(desks.zone, me());
    const desk = await visit();
    await desk.page.locator('[data-action="ask-key"]').click();
    await desk.answerLock({ passphrase: "not this one" });
    await desk.page.getByRole("alert").getByText("This does not open the key.").waitFor();
    await desk.answerLock({ passphrase: PASSPHRASE });
    await desk.redirect(OTHER);
    await desk.page.getByText("¥3,600 went to 0x5a5a…5a5a.").waitFor();
    expect(desks.zone.chains.garan.yen.get(OTHER)).toBe(yen(3_600));
    await desk.credit.waitFor({ state: "detached" });
    await expect.poll(() => desk.purse("waiting"), WAIT).toBe(0n);
    await desk.page.getByRole("button", { name: "Put away" }).click();
    expect(await desk.part("credits").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("an account that cannot get it is refused before anything is signed", async () => {
    fillMoney(desks.zone, me());
    desks.zone.chains.garan.blocked.add(OTHER);
    const desk = await visitOpen();
    await desk.sendCredit("0x12");
    await desk.credit.getByText("An account has 0x and 40").waitFor();
    await desk.sendCredit(desks.key.wallet.address);
    await desk.credit.getByText("This is the account that is not paid.").waitFor();
    await desk.sendCredit(OTHER);
    await desk.credit.getByText("has blocked that account too").waitFor();
    const { address } = desks.key.wallet;
    // One capital more or less: the checksum no longer fits.
    const mistyped = `0x5A${address.slice(4, -1)}${address.endsWith("1") ? "2" : "1"}`;
    await desk.sendCredit(mistyped);
    await desk.credit.getByText("a character of it is wrong").waitFor();
    expect(desks.zone.chains.garan.credits.get(me())).toBe(yen(3_600));
  });

  test("a claim whose answer is lost is looked up on the chain", async () => {
    fillMoney(desks.zone, me());
    desks.zone.platforms.garan.claims = "lost";
    const desk = await visitOpen();
    await desk.redirect(OTHER);
    expect(desks.zone.chains.garan.yen.get(OTHER)).toBe(yen(3_600));
  });

  test("a platform that refuses is told in words; the credit waits, and can be taken alone", async () => {
    fillMoney(desks.zone, me());
    desks.zone.platforms.garan.claims = "refused";
    const desk = await visitOpen({ permissions: ["clipboard-read", "clipboard-write"] });
    await desk.sendCredit(OTHER);
    await desk.credit.getByText("The platform did not carry the claim.").waitFor();
    await desk.credit.getByText("Without anybody's help").click();
    await desk.credit.getByRole("button", { name: "Copy the command" }).click();
    const copied = () => desk.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied, WAIT).toContain(`--rpc eip155:31338=${desks.zone.chains.garan.url}`);
    desks.zone.platforms.garan.claims = "carried";
    await desk.redirect(OTHER);
  });

  test("what kept a credit has passed: it goes to the account itself", async () => {
    desks.zone.chains.garan.credits.set(me(), yen(5));
    const desk = await visitOpen();
    await desk.credit.getByText("it can be paid now").waitFor();
    await desk.credit.locator('[data-action="claim"]').click();
    await expect.poll(() => desks.zone.chains.garan.yen.get(me()), WAIT).toBe(yen(5));
  });

  test("everything is reached by keyboard", async () => {
    fillMoney(desks.zone, me());
    const desk = await visit();
    await desk.credit.waitFor();
    const { keyboard } = desk.page;
    const tabTo = async (selector: string) => {
      const isThere = () =>
        desk.page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector);
      for (let tabs = 0; !(await isThere()); tabs++) {
        expect(tabs, selector).toBeLessThan(80);
        await keyboard.press("Tab");
      }
    };
    await tabTo('[data-action="ask-key"]');
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await tabTo('[data-action="ask-key"]');
    await keyboard.press("Enter");
    await tabTo('input[type="password"]');
    await keyboard.insertText(PASSPHRASE);
    await keyboard.press("Enter");
    await desk.page.locator('[data-action="close-key"]').waitFor();
    await tabTo('[data-credit] input[type="text"]');
    await keyboard.insertText(OTHER);
    await keyboard.press("Enter");
    await desk.page.locator('.note[data-claim="done"]').waitFor();
    for (const stop of [".chart-head input", "select", '[data-action="statement-csv"]']) {
      await tabTo(stop);
    }
    await tabTo('[name="holder"]');
    await tabTo('[data-action="quote"]');
  });
});

describe.skipIf(desks.browser === undefined)("statements", () => {
  test("a statement is verified here before it is saved, in each form", async () => {
    desks.zone.ledger.statement = statements(desks.zone);
    const desk = await visit({ locale: "ja-JP" });
    const { name, bytes } = await desk.statement("json");
    const trusted = readZone(desks.zone.zone.manifest, desks.zone.zone.trust);
    const { statement, partner } = verifyStatement(trusted, bytes.toString("utf8"));
    expect(name).toBe(`statement-${me().slice(0, 10)}-${statement.period.from.slice(0, 7)}.json`);
    await desk.part("statement").getByText(`${partner.name}が署名し`).waitFor();
    await desk.part("statement").getByText("￥1,234").waitFor();
    const csv = await desk.statement("csv");
    expect(csv.name).toMatch(/-ja\.csv$/);
    expect(csv.bytes.toString("utf8")).toMatch(/^\ufeff.*\r\n.*1234/);
    expect((await desk.statement("pdf")).bytes.toString("utf8")).toBe("%PDF-1.7 ja");
    expect(problems).toEqual([]);
  });

  test("a year that is over is no provisional one", async () => {
    const asked: string[] = [];
    desks.zone.ledger.statement = (question) => {
      asked.push(question.period);
      return statements(desks.zone)(question);
    };
    const desk = await visit();
    const part = desk.part("statement");
    await part.locator('[data-over="false"]').waitFor();
    await part.getByRole("radio", { name: "Year" }).check();
    const last = `${new Date().getFullYear() - 1}`;
    await part.locator("select").selectOption(last);
    await part.locator('[data-over="true"]').waitFor();
    await desk.statement("json");
    expect(new Set(asked)).toEqual(new Set([last]));
  });

  const change = (text: string) => text.replaceAll("1234", "9999");
  test.each([
    ["changed after it was signed", change, "not signed by a partner"],
    ["no statement at all", () => "<html>", "no words for"],
  ])("%s: it is thrown away", async (_, spoil, told) => {
    desks.zone.ledger.statement = async (question) => {
      const answer = await statements(desks.zone)(question);
      return { ...answer, body: spoil(answer.body) };
    };
    const desk = await visit();
    await desk.page.locator('[data-action="statement-json"]').click();
    await desk.part("statement").getByRole("alert").getByText(told).waitFor();
    expect(await desk.page.locator("[data-digest]").count()).toBe(0);
  });

  test("somebody else's statement is thrown away, and a node that makes some is found", async () => {
    desks.zone.ledger.statement = async (question) => {
      if (question.node < 3) return undefined;
      const account = question.node === 3 ? OTHER : question.account;
      return {
        type: "application/json",
        body: JSON.stringify(await madeStatement(desks.zone, { ...question, account })),
      };
    };
    const desk = await visit();
    await desk.statement("json");
    await desk.part("statement").getByText("signed by Tsukuyo Works").waitFor();
    await desks.zone.nodes[4]?.stop();
    await desk.page.locator('[data-action="statement-json"]').click();
    await desk.part("statement").getByText("a statement about something else").waitFor();
  });

  test("nodes that make none are told in words", async () => {
    const desk = await visit();
    await desk.page.locator('[data-action="statement-pdf"]').click();
    await desk.part("statement").getByText("No node of this zone makes statements.").waitFor();
  });
});

describe.skipIf(desks.browser === undefined)("cashing out", () => {
  test("what is wrong is told at every field, and nothing is asked", async () => {
    fillMoney(desks.zone, me());
    const desk = await visitOpen();
    await desk.askQuote(0, { ...BANK, bankCode: "5", holder: "山田花子" });
    const form = desk.page.locator(".cash-out-form");
    for (const fault of ["Write whole yen", "A bank code has 4 digits", "Write the name in kana"]) {
      await form.getByText(fault).waitFor();
    }
    await desk.askQuote(90_000, BANK);
    await form.getByText("This is more than you have there.").waitFor();
    await form.getByRole("button", { name: "All" }).click();
    expect(await form.locator('[name="amount"]').inputValue()).toBe("48260");
    await form.locator('[name="holder"]').fill("やまだ　はなこ");
    await form.getByText("The bank will read: ﾔﾏﾀﾞ ﾊﾅｺ").waitFor();
    expect(await desk.faults()).toEqual([]);
  });

  test("from the quote to the bank account, kept over a reload, and the bank account is not", async () => {
    fillMoney(desks.zone, me());
    const desk = await visitOpen();
    await desk.askQuote(1_000, BANK);
    await desk.page.locator('[data-fact="arrives"]').getByText("¥850").waitFor();
    await desk.page.locator('[data-fact="fee"]').getByText("¥150").waitFor();
    expect(await desk.faults()).toEqual([]);
    await desk.page.locator('[data-action="sign-cash-out"]').click();
    await desk.cashOutIs("requested");
    const kept = () => desk.page.evaluate(() => JSON.stringify(localStorage));
    expect(await kept()).toContain("ryugu.cash-out");
    expect(await kept()).not.toMatch(/1234567|ﾔﾏﾀﾞ/);
    const transaction = `0x${"77".repeat(32)}` as const;
    desks.zone.issuer.move({ type: "paid", units: yen(1_000), transaction });
    await desk.cashOutIs("accepted");
    await desk.page.reload();
    await desk.page.getByText("A cash-out is under way.").waitFor();
    await desk.unlock({ passphrase: PASSPHRASE });
    await desk.cashOutIs("accepted");
    desks.zone.issuer.isSilent = true;
    await desk.page.getByText("The issuer does not answer just now.").waitFor();
    desks.zone.issuer.isSilent = false;
    desks.zone.issuer.move({ type: "sent", fee: 150n });
    desks.zone.issuer.move({ type: "settled", on: "2026-11-24" });
    await desk.cashOutIs("settled");
    await desk.page.getByText("account ending in 567").waitFor();
    expect(await kept()).not.toContain("ryugu.cash-out");
    expect(desks.zone.issuer.cashOuts.size).toBe(1);
    await desk.page.getByRole("button", { name: "Cash out again" }).click();
    await desk.page.locator(".cash-out-form").waitFor();
    expect(problems).toEqual([]);
  });

  test("an answer that is lost is asked for again after a reload, with the same request", async () => {
    fillMoney(desks.zone, me());
    const desk = await visitOpen();
    await desk.askQuote(500, BANK);
    await desk.page.locator('[data-action="sign-cash-out"]').waitFor();
    desks.zone.issuer.isSilent = true;
    await desk.page.locator('[data-action="sign-cash-out"]').click();
    await desk.page.getByText("The issuer does not answer just now.").waitFor();
    const kept = () => desk.page.evaluate(() => localStorage.getItem("ryugu.cash-out") ?? "");
    expect(await kept()).toContain("1234567");
    await desk.page.reload();
    desks.zone.issuer.isSilent = false;
    await desk.unlock({ passphrase: PASSPHRASE });
    await desk.cashOutIs("requested");
    expect(await kept()).not.toContain("1234567");
    expect(desks.zone.issuer.cashOuts.size).toBe(1);
  });

  test("a refusal is told with its reason until the tokens are back; before, it can be taken back", async () => {
    fillMoney(desks.zone, me());
    const desk = await visitOpen();
    await desk.cashOut(700, BANK);
    await desk.page.getByRole("button", { name: "Take it back" }).click();
    await desk.cashOutIs("cancelled");
    await desk.page.getByRole("button", { name: "Cash out again" }).click();
    await desk.cashOut(800, BANK);
    const transaction = `0x${"78".repeat(32)}` as const;
    desks.zone.issuer.move({ type: "paid", units: yen(800), transaction });
    desks.zone.issuer.move({ type: "refused", reason: "holder-mismatch" });
    await desk.cashOutIs("refused");
    await desk.page.getByText("The holder's name is another one there.").waitFor();
    desks.zone.issuer.move({ type: "returned" });
    await desk.cashOutIs("returned");
    await desk.page.getByText("You have your tokens again").waitFor();
  });
});
