import { parseBankAccount } from "@ryugu/sdk/payout";
import { Wallet } from "ethers";
import type { Browser, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openBook } from "../support/book.ts";
import { buy, workAt } from "../support/buying.ts";
import { CreatorsDesk } from "../support/creator.ts";
import { fillInWork, makeWork } from "../support/making.ts";
import { paintPicture } from "../support/paint-picture.ts";
import { PASSPHRASE, PATIENCE, Person } from "../support/person.ts";
import { buyFromStall, type SoldToken, sell } from "../support/selling.ts";
import { readStatements } from "../support/statements.ts";
import type { StoryZone } from "../support/story-zone.ts";

const YEN = 10n ** 18n;
const PRICE = 12_000;
const RESALE = 20_000;
/** A twentieth of a resale goes home. */
const ROYALTY = BigInt(RESALE) * (YEN / 20n);
const BANK = parseBankAccount({
  ...{ bankCode: "0005", branchCode: "123", type: "ordinary", number: "1234567" },
  holder: "シオミ ミオ",
});
const WAIT = { timeout: PATIENCE, interval: 300 };

/** A work from the easel to the accountant: made, sold, resold in the other world, and everyone who made it is paid. */
export function creators(browser: () => Browser, world: () => StoryZone): void {
  describe("three who made one work", () => {
    const pages: Record<string, Page> = {};
    const chapter = openBook(() => pages);
    const poet = Wallet.createRandom().address.toLowerCase();
    const safe = Wallet.createRandom().address.toLowerCase();
    let mio: Person;
    let nami: Person;
    let sora: Person;
    let haru: Person;
    let accounts: { mio: string; nami: string };
    let work: SoldToken & { spot: string };
    let away: SoldToken;

    const yenOf = async (slug: "minato" | "garan", account: string) => {
      const { yen } = (await world().platform(slug)).market ?? {};
      return (await world().ledger.yenOf(yen ?? "", [account], slug))[0] ?? 0n;
    };
    const come = async (name: string, locale: "ja" | "en", where: "minato" | "garan") => {
      const person = await Person.with(browser(), { name, locale, drawing: "map" });
      pages[name] = person.page;
      await person.arrive(world().url(where));
      return person;
    };
    /** A tab beside the world, with the key that this browser keeps. */
    const openDesk = async (person: Person) => {
      const page = await person.page.context().newPage();
      page.setDefaultTimeout(PATIENCE);
      pages[`${person.guise.name}'s desk`] = page;
      const url = `${world().url("garan")}/creator`;
      return await CreatorsDesk.open(page, url, person.guise.locale);
    };
    const partOf = (yen: number, percent: number) => (BigInt(yen * percent) * YEN) / 100n;

    chapter("four people arrive, and the issuer blocks the account of one", async () => {
      [mio, nami, sora, haru] = await Promise.all([
        come("みお", "ja", "garan"),
        come("Nami", "en", "garan"),
        come("Sora", "en", "garan"),
        come("はる", "ja", "minato"),
      ]);
      accounts = { mio: await mio.account(), nami: await nami.account() };
      await world().ledger.block(accounts.nami);
    });

    chapter("Mio makes a work, splits it three ways, and it hangs for sale", async () => {
      await fillInWork(mio, {
        picture: await paintPicture(),
        title: "潮騒の窓",
        price: PRICE,
        creators: [
          { name: "みお", account: accounts.mio, percent: "50" },
          { name: "詩人", account: poet, percent: "30" },
          { name: "Nami", account: accounts.nami, percent: "20" },
        ],
      });
      await mio.looksRight();
      await makeWork(mio);
      await mio.looksRight();
      const garan = await world().platform("garan");
      const hung = garan.gallery?.artworks.find(({ title }) => title.ja === "潮騒の窓");
      const { collection: contract = "", tokenId: id = "" } = hung?.sale ?? {};
      work = { contract, id, spot: hung?.spot ?? "" };
      expect(await world().ledger.ownerOf("garan", contract, id)).toBe(accounts.mio);
    });

    chapter("a visitor buys it without gas: two are paid, and one is credited", async () => {
      const account = await sora.account();
      expect(await world().ledger.coinsOf("garan", account)).toBe(0n);
      await buy(sora, workAt(await world().platform("garan"), work.spot), accounts.nami);
      expect(await world().ledger.ownerOf("garan", work.contract, work.id)).toBe(account);
      expect(await yenOf("garan", accounts.mio)).toBe(partOf(PRICE, 50));
      expect(await yenOf("garan", poet)).toBe(partOf(PRICE, 30));
      expect(await yenOf("garan", accounts.nami)).toBe(0n);
    });

    chapter("Nami sees at her desk what waits, and sends it to an account that works", async () => {
      const desk = await openDesk(nami);
      await expect.poll(() => desk.purse("waiting"), WAIT).toBe(partOf(PRICE, 20));
      expect(await desk.faults()).toEqual([]);
      await desk.unlock({ passphrase: PASSPHRASE });
      await desk.redirect(safe);
      expect(await yenOf("garan", safe)).toBe(partOf(PRICE, 20));
      expect(await desk.faults()).toEqual([]);
      await desk.page.close();
    });

    chapter("Sora carries it to Minato and sells it there to Haru", async () => {
      await sora.holds(`[data-token$="${work.contract.toLowerCase()}/${work.id}"]`);
      await sora.enterGate("garan");
      await sora.sees('.corridor-panel[data-phase="delivered"]');
      await sora.walkOn("minato");
      away = {
        contract: await world().ledger.representationOf({ home: "garan", contract: work.contract }),
        id: work.id,
      };
      const gets = await sell(sora, away, RESALE);
      expect(gets).toBe(BigInt(RESALE) * YEN - ROYALTY);
      const account = await haru.account();
      const shares = await buyFromStall(haru, away);
      expect(shares.map(({ landed }) => landed)).not.toContain("no");
      expect(await world().ledger.ownerOf("minato", away.contract, away.id)).toBe(account);
      expect(await yenOf("minato", await sora.account())).toBe(gets);
    });

    chapter("the royalty arrives at home, and the split pays the same three", async () => {
      const before = [partOf(PRICE, 50), partOf(PRICE, 30)];
      await expect
        .poll(() => yenOf("garan", accounts.mio), WAIT)
        .toBe((before[0] ?? 0n) + ROYALTY / 2n);
      expect(await yenOf("garan", poet)).toBe((before[1] ?? 0n) + (ROYALTY * 3n) / 10n);
      const desk = await openDesk(nami);
      await expect.poll(() => desk.purse("waiting"), WAIT).toBe(ROYALTY / 5n);
      await desk.page.close();
    });

    chapter(
      "Mio downloads the month's statement: JSON, CSV, and PDFs in both languages",
      async () => {
        const desk = await openDesk(mio);
        await desk.lists("first", "paid");
        await desk.lists("home", "paid");
        expect(await desk.faults()).toEqual([]);
        const { statement, csv, drawn } = await readStatements(desk, browser(), world().zone.zone);
        expect(statement.creator.accounts.map((one) => one.toLowerCase())).toEqual([accounts.mio]);
        expect(statement.totals.yen.share).toBe("6500");
        expect(csv.toLowerCase()).toContain(work.contract.toLowerCase());
        expect(drawn.map(({ text }) => text.slice(0, 17))).toEqual([
          expect.stringContaining("収益分配明細書"),
          expect.stringContaining("Creator statement"),
        ]);
        for (const { text, inked } of drawn) {
          expect(text).toMatch(/[¥￥]6,500/);
          expect(inked).toBeGreaterThan(0.01);
        }
      },
    );

    chapter("and has the money in a bank account", async () => {
      const desk = await openDesk(mio);
      const before = await yenOf("garan", accounts.mio);
      await desk.unlock({ passphrase: PASSPHRASE });
      await desk.cashOut(6_000, BANK);
      await desk.cashOutIs("settled");
      expect(await yenOf("garan", accounts.mio)).toBe(before - 6_000n * YEN);
      expect(await desk.faults()).toEqual([]);
      await desk.page.close();
    });

    chapter("nothing went wrong in any page", async () => {
      for (const person of [mio, nami, sora, haru]) {
        expect(person.problems).toEqual([]);
        await person.leave();
      }
    });
  });
}
