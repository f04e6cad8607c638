import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { DESK_WORDS } from "../../../src/ui/desk/words/index.ts";
import { seriousIssues } from "../../support/axe.ts";
import { PATIENCE } from "./person.ts";
import { watchProblems } from "./problems.ts";

/** A company's desk in a browser of its own. */
export class Desk {
  /** What went wrong in the page. */
  readonly problems: readonly string[];
  readonly page: Page;
  readonly #locale: "ja" | "en";

  private constructor(page: Page, locale: "ja" | "en") {
    this.page = page;
    this.#locale = locale;
    page.setDefaultTimeout(PATIENCE);
    this.problems = watchProblems(page);
  }

  /** Opens a desk by its address. */
  static async open(browser: Browser, url: string, locale: "ja" | "en"): Promise<Desk> {
    const context = await browser.newContext({ locale: locale === "ja" ? "ja-JP" : "en-GB" });
    const desk = new Desk(await context.newPage(), locale);
    await desk.page.goto(url);
    await desk.page.locator('[data-live="open"]').waitFor();
    return desk;
  }

  get words() {
    return DESK_WORDS[this.#locale];
  }

  /** Waits for an application that the desk has verified; answers its fields. */
  async verified(id: string): Promise<Record<string, string>> {
    const card = this.page.locator(`[data-application="${id}"][data-verdict="verified"]`);
    await card.getByText(this.words.verified).waitFor();
    const told = await card
      .locator("[data-field]")
      .evaluateAll((all) =>
        all.map((one) => [
          (one as HTMLElement).dataset.field ?? "",
          one.querySelector("dd")?.textContent ?? "",
        ]),
      );
    return Object.fromEntries(told);
  }

  /** Waits until somebody's question is there. */
  async hears(name: string, text: string): Promise<void> {
    const line = this.page.locator('.talk-log [data-kind="other"]').filter({ hasText: text });
    await line.getByText(name, { exact: true }).waitFor();
  }

  async answer(text: string): Promise<void> {
    await this.page.getByLabel(this.words.answer).fill(text);
    await this.page.getByRole("button", { name: this.words.say, exact: true }).click();
  }

  /** Waits until nobody's application is here, and it is said that one was taken back. */
  async isEmpty(): Promise<void> {
    await this.page.locator("[data-application]").first().waitFor({ state: "detached" });
    await this.page.getByText(this.words.withdrawn(1)).waitFor();
  }

  /** No serious issue by axe. */
  async looksRight(): Promise<void> {
    expect(await seriousIssues(this.page)).toEqual([]);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
