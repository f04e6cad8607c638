import { describe, expect, test } from "vitest";
import { deskVisits, WAIT } from "./support/desk/desk-visits.ts";
import { coming, fillMoney, pay, SPLIT, yen } from "./support/desk/made-money.ts";
import { putMetadata } from "./support/made-content.ts";
import { GARAN, MINATO } from "./support/zone-fixture.ts";

const desks = await deskVisits();
const { problems, visit } = desks;
const me = () => desks.key.account;
const STRANGER = `0x${"5a".repeat(20)}`;

describe.skipIf(desks.browser === undefined)("looking at a creator's desk", () => {
  test("tells what is there, what waits and why, what is on its way, and every payment", async () => {
    fillMoney(desks.zone, me());
    const desk = await visit();
    expect(await desk.purse(MINATO)).toBe(yen(3_000));
    expect(await desk.purse(GARAN)).toBe(yen(48_260.5));
    await expect.poll(() => desk.purse("waiting"), WAIT).toBe(yen(3_600));
    // Half of what comes to the split is one's own.
    await expect.poll(() => desk.purse("coming"), WAIT).toBe(yen((2_400 + 1_250 + 90) / 2));
    await desk.page.locator('[data-credit][data-reason="blocked"]').waitFor();
    await desk.page.getByText("Told by").waitFor();
    expect(await desk.page.locator("[data-payment]").count()).toBe(10);
    await (await desk.lists("first", "waiting")).getByText("Pearl of Enoshima").waitFor();
    await desk.page.locator('[data-payment="home"]').first().waitFor();
    await desk.page.getByRole("button", { name: "Show 15 more" }).click();
    expect(await desk.page.locator("[data-payment]").count()).toBe(25);
    expect(problems).toEqual([]);
  });

  test("the chart says to who does not see it what it shows, by day and by month", async () => {
    pay(desks.zone, me(), { kind: "first", days: 0, amount: 1_000 });
    pay(desks.zone, me(), { kind: "resale", days: 3, amount: 50 });
    pay(desks.zone, me(), { kind: "home", days: 100, amount: 25 });
    const desk = await visit();
    const chart = desk.part("chart");
    await chart.getByRole("img", { name: /^In 30 days ¥1,050 came in, most of it on/ }).waitFor();
    await chart.getByRole("radio", { name: "12 months" }).check();
    await chart.getByRole("img", { name: /^In 12 months ¥1,075 came in/ }).waitFor();
    await chart.getByText("As a table").click();
    const sums = chart.locator("tfoot td");
    expect(await sums.allTextContents()).toEqual(["¥1,000", "¥50", "¥25", "¥0", "¥1,075"]);
  });

  test("a royalty on its way is followed until it is paid", async () => {
    const { ledger, chains } = desks.zone;
    chains.garan.splits.set(SPLIT, [[me(), 10_000]]);
    // The split is known by what it was paid for.
    pay(desks.zone, me(), { kind: "first", days: 1, amount: 500 });
    ledger.onTheWay.set(SPLIT, [coming("due", 70)]);
    const desk = await visit();
    await desk.page.locator('[data-coming="due"]').waitFor();
    ledger.onTheWay.set(SPLIT, [coming("attested", 70, "message")]);
    await desk.page.locator('[data-coming="attested"]').waitFor();
    ledger.onTheWay.delete(SPLIT);
    pay(desks.zone, me(), { kind: "home", days: 0, amount: 70 });
    await desk.lists("home", "paid");
    await desk.page.locator("[data-coming]").waitFor({ state: "detached" });
  });

  test("anybody's account can be looked at, and nothing of it can be moved", async () => {
    fillMoney(desks.zone, STRANGER);
    const desk = await visit({ account: STRANGER });
    await desk.page.getByText("Looking only").waitFor();
    await desk.credit.getByText("Only the key of this account can do this.").waitFor();
    expect(await desk.page.locator('[data-action="ask-key"], [data-action="claim"]').count()).toBe(
      0,
    );
    await desk.page.getByRole("button", { name: "Back to my own" }).click();
    await desk.page.locator('[data-action="ask-key"]').waitFor();
    await desk.page.getByText("Nobody has paid this account yet.").waitFor();
    expect(await desk.credit.count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("without a key one is told how to come by one, and may look", async () => {
    desks.zone.chains.garan.yen.set(STRANGER, yen(7));
    const desk = await visit({ hasKey: false });
    await desk.page.getByText("No key is kept in this browser").waitFor();
    expect(await desk.faults()).toEqual([]);
    await desk.page.getByLabel("Account", { exact: true }).fill("0x12");
    await desk.page.keyboard.press("Enter");
    await desk.page.getByText("An account has 0x and 40").waitFor();
    await desk.page.getByLabel("Account", { exact: true }).fill(STRANGER.toUpperCase());
    await desk.page.keyboard.press("Enter");
    expect(await desk.purse(GARAN)).toBe(yen(7));
    expect(desk.page.url()).toContain(`#${STRANGER}`);
  });

  test("with every node down the chains still tell balances and credits; a node is found again", async () => {
    fillMoney(desks.zone, me());
    await Promise.all(desks.zone.nodes.map((node) => node.stop()));
    const desk = await visit();
    await desk.page.getByRole("alert").getByText("No node that answers reads payments").waitFor();
    expect(await desk.purse(GARAN)).toBe(yen(48_260.5));
    await desk.credit.waitFor();
    await desks.zone.nodes[3]?.start();
    await desk.page.getByText("Told by Kasumi Press").waitFor();
    await desk.lists("first", "paid");
    expect(problems).toEqual([]);
  });

  test("nodes that hang, lie or index nothing are left for one that reads every chain", async () => {
    fillMoney(desks.zone, me());
    for (const [index, node] of desks.zone.nodes.entries()) {
      if (index !== 4) node.fault = index === 0 ? "hangs" : "garbage";
    }
    const desk = await visit();
    await desk.page.getByText("Told by Tsukuyo Works").waitFor();
    await desk.lists("first", "paid");
    desks.zone.ledger.chains = [];
    const other = await visit({ account: STRANGER });
    await other.page.getByText("No node tells payments").waitFor();
    desks.zone.ledger.chains = [MINATO, GARAN];
    await other.page.getByText("Told by Tsukuyo Works").waitFor();
    expect(problems).toEqual([]);
  });

  test("a chain that answers nonsense is told as silent, and hides nothing of the other", async () => {
    fillMoney(desks.zone, me());
    desks.zone.chains.minato.isBroken = true;
    const desk = await visit();
    expect(await desk.purse(GARAN)).toBe(yen(48_260.5));
    await desk.page.locator(`[data-purse="${MINATO}"][data-silent="true"]`).waitFor();
    desks.zone.chains.minato.isBroken = false;
    expect(await desk.purse(MINATO)).toBe(yen(3_000));
    expect(problems).toEqual([]);
  });

  test("huge numbers and hostile names fit, run nothing and link nowhere", async () => {
    const name = `\u202e<img src=x onerror="window.pwned=1">${"long".repeat(200)}`;
    const uri = await putMetadata(desks.zone.contentFolder, {
      name,
      image: "https://example.org/tracker.png",
    });
    desks.zone.tokenUris.set(1n, uri);
    desks.zone.chains.garan.yen.set(me(), 2n ** 255n);
    pay(desks.zone, me(), { kind: "first", days: 0, amount: 5, token: "1" });
    const entry = desks.zone.ledger.entries.get(me())?.[0];
    if (entry !== undefined) entry.amount = "9".repeat(78);
    const desk = await visit({ viewport: { width: 360, height: 740 }, isMobile: true });
    await desk.page.getByText("<img src=x onerror=").first().waitFor();
    expect(await desk.purse(GARAN)).toBe(2n ** 255n);
    expect(await desk.page.evaluate(() => "pwned" in window)).toBe(false);
    expect(await desk.page.locator("main").textContent()).not.toMatch(/[\u202a-\u202e]/);
    expect(await desk.faults()).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("more pages than are read are told, and a cursor that does not go back ends", async () => {
    const entries = Array.from({ length: 2_150 }, (_, index) => ({
      ...{ kind: "paid" as const, chain: GARAN, source: STRANGER, currency: STRANGER, amount: "1" },
      time: Math.floor(Date.now() / 1_000) - index,
      ...{ block: 1, transaction: `0x${"01".repeat(32)}`, logIndex: index },
    }));
    desks.zone.ledger.entries.set(me(), entries);
    const desk = await visit();
    await desk.page.getByText("Only the latest 2,000 payments are counted.").waitFor();
    await desk.page.getByText("Show 50 more").waitFor();
  });

  test.each([
    ["en-GB", "light", 1_280],
    ["ja-JP", "dark", 1_280],
    ["ja-JP", "light", 390],
    ["en-GB", "dark", 390],
  ] as const)("axe finds no serious issue: %s, %s, %i wide", async (locale, colorScheme, width) => {
    fillMoney(desks.zone, me());
    const desk = await visit({ locale, colorScheme, viewport: { width, height: 900 } });
    await desk.lists("first", "paid");
    await desk.credit.waitFor();
    for (const fold of await desk.page.locator("summary").all()) await fold.click();
    expect(await desk.faults()).toEqual([]);
    await desk.page.locator('[data-action="ask-key"]').click();
    await desk.page.getByRole("dialog").waitFor();
    expect(await desk.faults()).toEqual([]);
  });

  test("a manifest that is not the trusted one is refused, and nobody in it is asked", async () => {
    const context = await desks.browser?.newContext({ locale: "en-GB" });
    const page = await context?.newPage();
    if (page === undefined) return;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    const forged = { ...desks.zone.zone.manifest, version: 2 };
    await page.route("**/zone.json", (route) => route.fulfill({ json: forged }));
    await page.goto(desks.zone.url);
    await page.getByRole("alert").getByText("is not to be trusted").first().waitFor();
    expect(new Set(asked)).toEqual(new Set([new URL(desks.zone.url).origin]));
  });
});
