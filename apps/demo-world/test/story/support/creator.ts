import { readFile } from "node:fs/promises";
import type { BankAccount } from "@ryugu/sdk/payout";
import type { Locator, Page } from "playwright-core";
import { CREATOR_WORDS } from "../../../src/ui/creator/words/index.ts";
import { seriousIssues } from "../../support/axe.ts";

/** A creator's desk, in a browser that keeps their key or looks at somebody's account. */
export class CreatorsDesk {
  readonly page: Page;
  #locale: "ja" | "en";

  private constructor(page: Page, locale: "ja" | "en") {
    this.page = page;
    this.#locale = locale;
  }

  /** Opens the desk, and waits until the zone was read. */
  static async open(page: Page, url: string, locale: "ja" | "en"): Promise<CreatorsDesk> {
    const desk = new CreatorsDesk(page, locale);
    await page.goto(url);
    await desk.isReady();
    return desk;
  }

  async isReady(): Promise<void> {
    await this.page.locator('.creator[data-zone="open"]').waitFor();
  }

  get words() {
    return CREATOR_WORDS[this.#locale];
  }

  /** Changes the page's language. */
  async speak(language: "ja" | "en"): Promise<void> {
    const name = language === "ja" ? "日本語" : "English";
    await this.page.getByRole("radio", { name, exact: true }).check();
    this.#locale = language;
  }

  part(name: string): Locator {
    return this.page.locator(`[data-part="${name}"]`);
  }

  /** Opens the key that this browser keeps. */
  async unlock(secret: { passphrase: string } | "passkey"): Promise<void> {
    await this.page.locator('[data-action="ask-key"]').click();
    await this.answerLock(secret);
    await this.page.locator('[data-action="close-key"]').waitFor();
  }

  /** Gives the secret that the open dialog asks for. */
  async answerLock(secret: { passphrase: string } | "passkey"): Promise<void> {
    if (secret === "passkey") {
      await this.page.locator('[data-action="unlock-passkey"]').click();
      return;
    }
    await this.page.locator('.unlock-dialog input[type="password"]').fill(secret.passphrase);
    await this.page.locator('[data-action="unlock"]').click();
  }

  /** What a purse holds, in yen's smallest unit: of a chain, `waiting` or `coming`. */
  async purse(name: string): Promise<bigint> {
    const money = this.page.locator(`[data-purse="${name}"] [data-units]`);
    await money.waitFor();
    return BigInt((await money.getAttribute("data-units")) ?? "-1");
  }

  /** The one credit that waits. */
  get credit(): Locator {
    return this.page.locator("[data-credit]");
  }

  /** Signs the one credit that waits over to an account; waits for nothing. */
  async sendCredit(to: string): Promise<void> {
    await this.credit.getByRole("radio", { name: this.words.credits.toOther }).check();
    await this.credit.getByLabel(this.words.credits.otherLabel).fill(to);
    await this.credit.locator('[data-action="claim"]').click();
  }

  /** Redirects the one credit that waits to another account, and waits until it is there. */
  async redirect(to: string): Promise<void> {
    await this.sendCredit(to);
    await this.page.locator('.note[data-claim="done"]').waitFor();
  }

  /** Downloads a statement of the present month, verified by the page; answers the file's name and bytes. */
  async statement(format: "pdf" | "csv" | "json"): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.locator(`[data-action="statement-${format}"]`).click(),
    ]);
    await this.page.locator('[data-statement="ready"] [data-digest]').waitFor();
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), bytes };
  }

  /** Writes down what is to be cashed out, and asks what would arrive. */
  async askQuote(yen: number, bank: BankAccount): Promise<void> {
    const form = this.page.locator(".cash-out-form");
    await form.locator('[name="amount"]').fill(`${yen}`);
    await form.locator('[name="type"]').selectOption(bank.type);
    for (const field of ["bankCode", "branchCode", "number", "holder"] as const) {
      await form.locator(`[name="${field}"]`).fill(bank[field]);
    }
    await form.locator('[data-action="quote"]').click();
  }

  /** Cashes out, and waits until the issuer has the signed request. */
  async cashOut(yen: number, bank: BankAccount): Promise<void> {
    await this.askQuote(yen, bank);
    await this.page.locator('[data-action="sign-cash-out"]').click();
    await this.page.locator("[data-cash-out-state]").waitFor();
  }

  /** Waits until the cash-out stands at a state. */
  async cashOutIs(state: string): Promise<void> {
    await this.page.locator(`[data-cash-out-state="${state}"]`).waitFor();
  }

  /** Waits until a payment of this kind is listed in this state. */
  async lists(kind: string, state: "paid" | "waiting" | "claimed"): Promise<Locator> {
    const row = this.page.locator(`[data-payment="${kind}"][data-state="${state}"]`).first();
    await row.waitFor();
    return row;
  }

  /** No serious issue by axe, and nothing scrolls sideways. Answers what is wrong. */
  async faults(): Promise<string[]> {
    const over = await this.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    return [...(await seriousIssues(this.page)), ...(over > 0 ? [`${over} px too wide`] : [])];
  }
}
