import { gzipSync } from "node:zlib";
import { launchBrowser } from "@ryugu/test-browser";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { seriousIssues } from "./support/axe.ts";
import { makeTransfer } from "./support/made-transfer.ts";
import { startTestWorld, type TestWorld } from "./support/world.ts";

const WAIT = { timeout: 50_000 };
const BUDGET = 200_000;

/** Without a browser these tests are skipped on a developer's machine and fail in CI. */
const browser: Browser | undefined = await launchBrowser().catch((error: unknown) => {
  if (process.env.CI === "true") throw error;
  return undefined;
});

let world: TestWorld;
const problems: string[] = [];
let page: Page;

beforeAll(async () => {
  world = await startTestWorld();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await world.close();
}, 60_000);
afterEach(async () => {
  await page?.context().close();
  for (const node of world.nodes) {
    node.fault = "none";
    await node.start();
  }
  world.state.transfers.length = 0;
  problems.length = 0;
});

/** Opens the page as a new visitor; what goes wrong in it is kept in `problems`. */
async function visit(options: BrowserContextOptions = {}, path = ""): Promise<Page> {
  if (browser === undefined) throw new Error("There is no browser.");
  const context = await browser.newContext({
    locale: "en-GB",
    reducedMotion: "reduce",
    ...options,
  });
  page = await context.newPage();
  page.setDefaultTimeout(WAIT.timeout);
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    // A node that is down is reported by the browser itself; everything else is the page's own doing.
    if (message.type() === "error" && !/ERR_CONNECTION|ERR_EMPTY/.test(message.text())) {
      problems.push(message.text());
    }
  });
  await page.goto(world.url + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

const there = () => world.zone.lanes[0]?.id ?? "";
const back = () => world.zone.lanes[1]?.id ?? "";
const rows = () => page.locator(".transfer");
const live = () => page.locator('.feed[data-phase="live"]');
const says = (text: string | RegExp) => page.getByText(text).first().waitFor();

/** The double of the node that the page follows now. */
async function followed() {
  await expect.poll(() => world.nodes.filter((node) => node.followers() > 0).length, WAIT).toBe(1);
  const node = world.nodes.find((one) => one.followers() > 0);
  if (node === undefined) throw new Error("No node is followed.");
  return node;
}

describe.skipIf(browser === undefined)("the zone's page", () => {
  test("shows the zone, verified here, and everything in it", async () => {
    world.state.record(makeTransfer({ laneId: there(), sequence: 1, state: "delivered" }));
    await visit();
    await says("Verified in this browser");
    await says("5 companies watch over 2 chains. 3 of their 5 signatures carry");
    await expect.poll(() => page.locator('.partner[data-state="up"]').count(), WAIT).toBe(5);
    await says("5 blocks behind");
    await says("Minato, for what is on Garan");
    await expect.poll(() => page.locator(".lane-card").count(), WAIT).toBe(2);
    const row = page.getByRole("button", { name: /Pearl of Enoshima/ });
    await row.waitFor();
    const width = () =>
      row.locator("img").evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await expect.poll(width, WAIT).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  test("a transfer moves as its node tells it: signatures by name, then arrival", async () => {
    await visit();
    await says("The sea is calm");
    await followed();
    const say = (state: "sent" | "final" | "attested" | "delivered", signers = 0) =>
      world.state.record(makeTransfer({ laneId: there(), sequence: 1, state, signers }));
    say("sent");
    await rows().first().getByRole("img", { name: "Sent; 0 of 3 signatures" }).waitFor();
    say("final", 2);
    await rows()
      .first()
      .getByRole("img", { name: "Gathering signatures; 2 of 3 signatures" })
      .waitFor();
    await expect.poll(() => page.locator(".pearl").count(), WAIT).toBe(1);
    await page.getByTitle("Signature 2: Shiosai Trading").waitFor();
    await rows().first().getByRole("button").click();
    await page.getByRole("dialog").getByText("Aonami Bank").waitFor();
    say("delivered", 3);
    await page.getByRole("dialog").getByText("It arrived.").waitFor();
    await expect.poll(() => page.locator(".tide dd").nth(3).textContent(), WAIT).toBe("1");
    expect(problems).toEqual([]);
  });

  test("a node that dies is left for another, and the page says so", async () => {
    await visit();
    const dead = await followed();
    await dead.stop();
    await says(/went silent\. Following .+ now\./);
    await live().waitFor();
    expect(await followed()).not.toBe(dead);
    world.state.record(makeTransfer({ laneId: there(), sequence: 7, state: "sent" }));
    await expect.poll(() => rows().count(), WAIT).toBe(1);
    await expect.poll(() => page.locator('.partner[data-state="down"]').count(), WAIT).toBe(1);
  });

  test("with every node down it says so plainly, keeps what it knew, and recovers", async () => {
    world.state.record(makeTransfer({ laneId: there(), sequence: 1, state: "final", signers: 1 }));
    await visit();
    await live().waitFor();
    await Promise.all(world.nodes.map((node) => node.stop()));
    await page.getByRole("alert").getByText("No node of the zone answers").waitFor();
    expect(await rows().count()).toBe(1);
    await world.nodes[2]?.start();
    await page.getByRole("button", { name: "Try now" }).click();
    await says("Live from Hoshi Mutual");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("nodes that answer garbage, garbled events or nothing at all are left", async () => {
    for (const [index, node] of world.nodes.entries()) {
      if (index !== 4) node.fault = index === 0 ? "hangs" : "garbage";
    }
    await visit();
    await says("Live from Tsukuyo Works");
    const garbler = await followed();
    for (const node of world.nodes) node.fault = "none";
    garbler.fault = "garbled-events";
    for (let sequence = 1; sequence <= 6; sequence++) {
      world.state.record(makeTransfer({ laneId: there(), sequence, state: "sent" }));
    }
    await says(/Tsukuyo Works went silent/);
    await expect.poll(() => rows().count(), WAIT).toBe(6);
    expect(problems).toEqual([]);
  });

  test("nothing that a stranger writes runs, links or turns the text", async () => {
    const name = '\u202e<img src=x onerror="window.pwned=1">\u0000Shell\u2066';
    const { putMetadata } = await import("./support/made-content.ts");
    const metadata = {
      name,
      image: "https://example.org/tracker.png",
      animation_url: "javascript:window.pwned=1",
    };
    world.tokenUris.set(90n, await putMetadata(world.contentFolder, metadata));
    world.tokenUris.set(91n, "javascript:window.pwned=1");
    const parked = { laneId: there(), state: "parked" as const, parkedReason: "\u202e<b>why</b>" };
    world.state.record(makeTransfer({ ...parked, sequence: 1, tokens: ["90"] }));
    world.state.record(
      makeTransfer({ laneId: there(), sequence: 2, state: "final", tokens: ["91"] }),
    );
    const outside: string[] = [];
    await visit();
    page.on("request", (request) => {
      if (!request.url().startsWith("http://127.0.0.1:")) outside.push(request.url());
    });
    const row = page.getByRole("button", { name: /<img src=x onerror=/ });
    await row.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("<b>why</b>").waitFor();
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    expect(await page.locator("main").textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/);
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    for (const link of links) expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(?:ipfs\/|zone#)/);
    expect(outside).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("speaks Japanese to who prefers it, switches, and remembers", async () => {
    await visit({ locale: "ja-JP" });
    await says("このブラウザーで検証済み");
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    await page.getByRole("radio", { name: "English" }).check();
    await says("Verified in this browser");
    await page.getByRole("combobox", { name: "Light" }).selectOption("dark");
    await page.reload();
    await says("Verified in this browser");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(problems).toEqual([]);
  });

  test("everything is reached by keyboard", async () => {
    for (const sequence of [1, 2, 3]) {
      world.state.record(
        makeTransfer({ laneId: there(), sequence, state: "delivered", time: 1_000 + sequence }),
      );
    }
    await visit();
    await expect.poll(() => rows().count(), WAIT).toBe(3);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Skip to the transfers",
    );
    await page.keyboard.press("/");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe(
      "search",
    );
    await page.keyboard.press("Tab");
    const focusedRow = () =>
      page.evaluate(() => (document.activeElement as HTMLElement).dataset.row);
    const first = await focusedRow();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    const second = await focusedRow();
    expect(second).toBe(world.state.transfers[1]?.messageId);
    expect(second).not.toBe(first);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(page.url()).toContain(`#transfer=${second}`);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await focusedRow()).toBe(second);
    await expect.poll(() => page.url(), WAIT).not.toContain("#transfer");
  });

  test("filters, and a link that opens a transfer", async () => {
    world.state.record(makeTransfer({ laneId: there(), sequence: 1, state: "delivered" }));
    world.state.record(
      makeTransfer({ laneId: back(), sequence: 1, state: "parked", back: true, tokens: ["5"] }),
    );
    const [parked] = world.state.transfers;
    await visit(
      { permissions: ["clipboard-read", "clipboard-write"] },
      `#transfer=${parked?.messageId}`,
    );
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/anyone may retry it/).waitFor();
    await dialog.getByRole("button", { name: "Copy Message id" }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()), WAIT)
      .toBe(parked?.messageId);
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.getByRole("radio", { name: "Parked or returned" }).check();
    await expect.poll(() => rows().count(), WAIT).toBe(1);
    await page.getByRole("searchbox", { name: "Search" }).fill("no such thing");
    await says("Nothing matches");
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => rows().count(), WAIT).toBe(2);
  });

  test("fits a phone, and every part of it can be touched", async () => {
    for (const sequence of [1, 2])
      world.state.record(makeTransfer({ laneId: there(), sequence, state: "final" }));
    await visit({
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      locale: "ja-JP",
    });
    await expect.poll(() => rows().count(), WAIT).toBe(2);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await rows().first().tap();
    await page.getByRole("dialog").getByText("道のり").waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  test.each([
    ["en-GB", "light", 1_280],
    ["ja-JP", "dark", 1_280],
    ["ja-JP", "light", 390],
    ["en-GB", "dark", 390],
  ] as const)("axe finds no serious issue: %s, %s, %i wide", async (locale, colorScheme, width) => {
    const states = ["sent", "final", "attested", "delivered", "parked", "returned"] as const;
    for (const [index, state] of states.entries()) {
      world.state.record(makeTransfer({ laneId: there(), sequence: index + 1, state }));
    }
    await world.nodes[1]?.stop();
    await visit({ locale, colorScheme, viewport: { width, height: 900 } });
    await expect.poll(() => rows().count(), WAIT).toBe(6);
    await page.locator("summary").click();
    expect(await seriousIssues(page)).toEqual([]);
    await rows().first().getByRole("button").click();
    await page.getByRole("dialog").waitFor();
    expect(await seriousIssues(page)).toEqual([]);
  });

  test("a manifest that is not the trusted one is refused, and nobody in it is contacted", async () => {
    const asked: string[] = [];
    if (browser === undefined) return;
    page = await browser.newPage({ locale: "en-GB" });
    page.on("request", (request) => asked.push(request.url()));
    const forged = { ...world.zone.manifest, version: 2 };
    await page.route("**/zone.json", (route) => route.fulfill({ json: forged }));
    await page.goto(world.url);
    await page.getByRole("alert").getByText("This zone's manifest is not to be trusted").waitFor();
    await says(/not signed by a quorum|signature/);
    const { origin } = new URL(world.url);
    for (const url of asked) expect(url.startsWith(origin)).toBe(true);
  });

  test("a manifest that is not there yet is waited for", async () => {
    if (browser === undefined) return;
    page = await browser.newPage({ locale: "en-GB" });
    await page.route("**/zone.json", (route) => route.fulfill({ status: 503, json: {} }));
    await page.goto(world.url);
    await says("The zone's manifest is not there yet. Trying again.");
    await page.unroute("**/zone.json");
    await says("Verified in this browser");
  });

  test(`the whole page needs at most ${BUDGET / 1_000} kB of compressed JavaScript`, async () => {
    world.state.record(makeTransfer({ laneId: there(), sequence: 1, state: "delivered" }));
    const scripts = new Map<string, Promise<number>>();
    if (browser === undefined) return;
    page = await browser.newPage();
    page.on("response", (response) => {
      if (!response.url().endsWith(".js")) return;
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length),
      );
    });
    await page.goto(world.url);
    await rows().locator("img.picture").waitFor();
    const sizes = await Promise.all(scripts.values());
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
  });
});
