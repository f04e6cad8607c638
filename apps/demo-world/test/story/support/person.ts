import { deepEqual, ok } from "node:assert/strict";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { PlaceSlug } from "../../../src/sim/place/place.ts";
import type { AvatarRef } from "../../../src/sim/protocol/references.ts";
import { WORLD_WORDS } from "../../../src/ui/world/words/index.ts";
import { seriousIssues } from "../../support/axe.ts";
import { addAuthenticator } from "./authenticator.ts";
import type { HomeToken } from "./ledger.ts";
import { crossingTimes, recordLights, takeLights } from "./lights.ts";
import { watchProblems } from "./problems.ts";
import { withoutWebGl } from "./without-webgl.ts";

/** Who comes, and with what. */
export interface Guise {
  name: string;
  locale: "ja" | "en";
  /** `keyboard`: a desktop whose mouse is never touched. */
  device?: keyof typeof DEVICES;
  /** `map`: a browser that cannot draw in three dimensions, which is also quicker on a busy machine. */
  drawing?: "three" | "map";
  avatar?: string;
  passphrase?: string;
  /** The window's, in pixels, where it is another than the device's. */
  size?: readonly [width: number, height: number];
}

/** However busy the machine is: nothing here is about speed. */
export const PATIENCE = 90_000;
/** What a key is locked with where no other passphrase is told. */
export const PASSPHRASE = "otter canal tulip mist";
/** What backup files are locked with. */
export const BACKUP_PASSPHRASE = "walnut anchor velvet comet";

const DESKTOP: BrowserContextOptions = { viewport: { width: 800, height: 560 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 780 },
  isMobile: true,
  hasTouch: true,
};
const DEVICES = { desktop: DESKTOP, keyboard: DESKTOP, phone: PHONE };
/** More than there are things to reach on any screen of the world. */
const MOST_TABS = 120;

/** Runs in the page: what lies over the title of the open panel. */
function overTitle(): string[] {
  const title = document.querySelector(".panel-head h2");
  if (title === null) return [];
  const { left, top, width, height } = title.getBoundingClientRect();
  const parts = [0.02, 0.2, 0.4, 0.6, 0.8];
  const found = parts.map((part) =>
    document.elementFromPoint(left + part * width, top + height / 2),
  );
  return found
    .filter((one) => one !== null && one.closest(".panel-head") === null)
    .map((one) => one?.className ?? "");
}

/** A person with a browser of their own, who does everything through the page. */
export class Person {
  readonly guise: Guise;
  readonly page: Page;
  /** What went wrong in the page. */
  readonly problems: readonly string[];

  private constructor(guise: Guise, page: Page) {
    this.guise = guise;
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    this.problems = watchProblems(page);
  }

  /** Opens a fresh browser profile; the page is not opened yet. */
  static async with(browser: Browser, guise: Guise): Promise<Person> {
    const [width, height] = guise.size ?? [];
    const context = await browser.newContext({
      locale: guise.locale === "ja" ? "ja-JP" : "en-GB",
      reducedMotion: "reduce",
      ...DEVICES[guise.device ?? "desktop"],
      ...(width === undefined || height === undefined ? {} : { viewport: { width, height } }),
    });
    if (guise.drawing === "map") await context.addInitScript(withoutWebGl);
    await context.addInitScript(recordLights);
    return new Person(guise, await context.newPage());
  }

  get words() {
    return WORLD_WORDS[this.guise.locale];
  }

  /** Presses a button as this person does: with a finger, a mouse, or from the keyboard. */
  async press(target: Locator | string): Promise<void> {
    const locator = typeof target === "string" ? this.page.locator(target) : target;
    if (this.guise.device === "phone") return await locator.tap();
    if (this.guise.device !== "keyboard") return await locator.click();
    await this.tabTo(locator);
    await this.page.keyboard.press("Enter");
  }

  /** Writes into a field. */
  async write(target: Locator | string, text: string): Promise<void> {
    const locator = typeof target === "string" ? this.page.locator(target) : target;
    if (this.guise.device !== "keyboard") return await locator.fill(text);
    await this.tabTo(locator);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(text);
  }

  /** Ticks a box, or clears it. */
  async tick(target: Locator): Promise<void> {
    if (this.guise.device !== "keyboard") return await target.click();
    await this.tabTo(target);
    await this.page.keyboard.press("Space");
  }

  /** Reaches something by the tab key alone. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    const isThere = () => target.evaluate((one) => one === document.activeElement);
    for (let i = 0; i < MOST_TABS; i++) {
      if (await isThere()) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`The tab key does not reach ${target}.`);
  }

  /**
   * What everybody may ask of every screen: no serious issue by axe, nothing over an open panel's title, and nothing
   * scrolls sideways.
   */
  async looksRight(): Promise<void> {
    deepEqual(await seriousIssues(this.page), []);
    deepEqual(await this.page.evaluate(overTitle), []);
    await this.fits();
  }

  /** Comes again with the key that this browser keeps. */
  async comeAgain(url: string): Promise<void> {
    await this.page.goto(url);
    await this.unlock();
    await this.isIn();
  }

  /** Waits for something to be on the page. */
  async sees(target: string): Promise<Locator> {
    const locator = this.page.locator(target).first();
    await locator.waitFor();
    return locator;
  }

  /** Waits for a sentence to be on the page. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Comes in as somebody who was never here. */
  async arrive(url: string, by: "passkey" | "passphrase" | "wallet" = "passphrase"): Promise<void> {
    if (by === "passkey") await addAuthenticator(this.page);
    await this.page.goto(url);
    await this.press('[data-action="begin"]');
    await this.sayWho();
    if (by === "passkey") await this.press('[data-action="passkey"]');
    else if (by === "passphrase") await this.makeKey();
    else {
      await this.press('[data-way="wallet"] summary');
      await this.press('[data-action="connect-wallet"]');
    }
    await this.isIn();
  }

  /** Comes in with a key from another browser: its words, or its backup file. */
  async recover(url: string, by: string | { file: string }): Promise<void> {
    await this.page.goto(url);
    await this.press('[data-action="begin"]');
    await this.sayWho();
    const { haveKey } = this.words.arrival;
    await this.press(this.page.getByRole("button", { name: haveKey, exact: true }));
    if (typeof by === "string") {
      const way = this.page.locator('[data-way="words"]');
      await this.write(way.locator("textarea"), by);
      await this.write(way.locator("input"), PASSPHRASE);
      await this.press(way.locator('[data-action="recover-words"]'));
    } else {
      const way = this.page.locator('[data-way="file"]');
      await this.press(way.locator("summary"));
      await way.locator('input[type="file"]').setInputFiles(by.file);
      await this.write(way.locator('input:not([type="file"])'), BACKUP_PASSPHRASE);
      await this.press(way.locator('[data-action="recover-file"]'));
    }
    await this.isIn();
  }

  /** Another tab of the same browser. */
  async anotherTab(): Promise<Person> {
    return new Person(this.guise, await this.page.context().newPage());
  }

  /** Chooses an avatar and a name. */
  async sayWho(): Promise<void> {
    const { avatar, name } = this.guise;
    if (avatar !== undefined) await this.press(`[data-avatar="${avatar}"]`);
    await this.write(this.page.getByLabel(this.words.arrival.nameLabel), name);
    await this.press('[data-action="next"]');
  }

  /** Makes a key under a passphrase. */
  async makeKey(): Promise<void> {
    const fold = this.page.locator('[data-way="passphrase"]');
    await this.write(fold.locator("input"), this.guise.passphrase ?? PASSPHRASE);
    await this.press(fold.locator('[data-action="make-key"]'));
  }

  /** Opens the key that this browser keeps. */
  async unlock(): Promise<void> {
    await this.press('[data-action="begin"]');
    await this.write('.arrival input:not([type="radio"])', this.guise.passphrase ?? PASSPHRASE);
    await this.press('[data-action="unlock"]');
  }

  /** Waits until the world is there, drawn, and the server has said welcome. */
  async isIn(): Promise<void> {
    await this.sees(".hud");
    await this.page.locator(".veil").waitFor({ state: "detached" });
    await this.page.locator('.link-state[data-link="open"]').waitFor({ state: "attached" });
  }

  /** Waits until one stands in a place. */
  async isInPlace(place: PlaceSlug): Promise<void> {
    const name = this.words.hud.places[place];
    await this.page.locator(".place-title h1").getByText(name, { exact: true }).waitFor();
  }

  /** The account of the key that this browser keeps. Lower case. */
  async account(): Promise<string> {
    const kept = await this.page.evaluate(() => localStorage.getItem("ryugu.key"));
    return JSON.parse(kept ?? "{}").address.toLowerCase();
  }

  /** Walks to something by the list, and stands before it. */
  async walkTo(kind: string, id: string): Promise<void> {
    await this.closePanel();
    await this.press(".walk-to summary");
    await this.press(`[data-walk="${kind}-${id}"]`);
    await this.sees(`.spot-prompt[data-spot="${kind}"][data-spot-id="${id}"]`);
  }

  /** Walks to something and opens its panel. */
  async open(kind: string, id: string): Promise<void> {
    await this.walkTo(kind, id);
    await this.press(".spot-prompt");
    await this.sees(`[data-panel="${kind}"]`);
  }

  async closePanel(): Promise<void> {
    const close = this.page.locator(".panel .icon-button");
    if (await close.isVisible()) await this.press(close);
    await this.page.locator(".panel").waitFor({ state: "detached" });
  }

  /** Opens what is one's own; answers when every chain has been read. */
  async openBelongings(): Promise<void> {
    if (!(await this.page.locator('[data-panel="belongings"]').isVisible())) {
      await this.press('[data-dock="belongings"]');
    }
    await this.sees('[data-panel="belongings"]');
  }

  /** Finds something among one's belongings; of what was born in Minato it answers its home. */
  async owns(like: string): Promise<HomeToken> {
    await this.openBelongings();
    const row = await this.sees(`.belongings li${like}`);
    const [, contract = "", id = ""] = ((await row.getAttribute("data-token")) ?? "").split("/");
    return { home: "minato", contract, id };
  }

  /** Wears a `.vrm` of one's own from now on. */
  async wear(file: string): Promise<void> {
    await this.press('[data-dock="settings"]');
    const settings = await this.sees('[data-panel="settings"]');
    await this.press(settings.locator("summary"));
    await settings.locator('input[type="file"]').setInputFiles(file);
    await this.sees(".own-verdict");
    await this.press(settings.getByRole("button", { name: this.words.panels.settings.save }));
    await this.sees('[data-notice="avatar-sent"]');
    await this.closePanel();
  }

  /** Waits until an avatar is drawn, on oneself or on somebody else. */
  async seesDrawn(avatar: AvatarRef): Promise<void> {
    const key = avatar.kind === "own" ? `own/${avatar.id}` : `file/${avatar.cid}`;
    await this.page.locator(`html[data-worn~="${key}"]`).waitFor({ state: "attached" });
  }

  /** Takes something of one's own in hand, if it is not there already. */
  async holds(like: string): Promise<void> {
    await this.owns(like);
    const row = this.page.locator(`.belongings li${like}`).first();
    if ((await row.getAttribute("data-held")) !== "true")
      await this.press(row.locator('[data-action="hold"]'));
    await this.sees(`.belongings li${like}[data-held="true"]`);
    await this.closePanel();
  }

  /** Says something to everybody. */
  async say(text: string): Promise<void> {
    const form = this.page.locator(".chat-form");
    await this.write(form.locator("input"), text);
    await this.press(form.locator("button"));
  }

  /** Waits until something was said by somebody. */
  async hears(name: string, text: string): Promise<void> {
    const line = this.page.locator(".chat-log > div").filter({ hasText: text });
    await line.first().getByText(name).waitFor();
  }

  /** Walks through the gate with whatever is in the hand. */
  async enterGate(from: "minato" | "garan"): Promise<void> {
    await this.open("gate", from === "minato" ? "garan" : "minato");
    await this.press('[data-action="walk-through"]');
    await this.sees(".corridor-panel");
  }

  /** Walks on once the far door is open. */
  async walkOn(to: "minato" | "garan"): Promise<void> {
    await this.sees('[data-door="open"]');
    await this.press('[data-action="go-on"]');
    await this.isInPlace(to);
    await this.page.locator('.link-state[data-link="open"]').waitFor({ state: "attached" });
  }

  /** The corridor's lights in the order in which they went on, since the last question. */
  takeLights(): Promise<string[]> {
    return this.page.evaluate(takeLights);
  }

  /** From stepping into the gate until the far door was open, in milliseconds. */
  async timeOfCrossing(): Promise<number> {
    const [entered, opened] = await this.page.evaluate(crossingTimes);
    return (opened ?? Number.NaN) - (entered ?? Number.NaN);
  }

  /** What drawing costs now, as the page says it. */
  drawing(): Promise<{ calls: number; triangles: number; frame: number }> {
    return this.page.evaluate(() => {
      const { calls, triangles, frame } = document.documentElement.dataset;
      return { calls: Number(calls), triangles: Number(triangles), frame: Number(frame) };
    });
  }

  /** Nothing scrolls sideways. */
  async fits(): Promise<void> {
    const over = await this.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    ok(over <= 0, `${this.guise.name}'s page is wider than the screen.`);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
