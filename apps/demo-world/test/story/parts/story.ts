import type { Browser, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { MAX_DRAW_CALLS } from "../../../src/sim/detail/draw-budget.ts";
import type { Organisation } from "../../../src/sim/protocol/platform.ts";
import type { AvatarRef } from "../../../src/sim/protocol/references.ts";
import { apply, withdraw } from "../support/applying.ts";
import { backUpWords } from "../support/backing-up.ts";
import { openBook } from "../support/book.ts";
import { buy, workAt } from "../support/buying.ts";
import { crowd } from "../support/crowd.ts";
import { Desk } from "../support/desk.ts";
import { settledCalls } from "../support/draw-calls.ts";
import type { HomeToken } from "../support/ledger.ts";
import { PATIENCE, Person } from "../support/person.ts";
import { FOREIGN } from "../support/shared-avatars.ts";
import type { StoryZone } from "../support/story-zone.ts";
import { Watcher } from "../support/watcher.ts";

const LIGHTS = ["sent", "final", "signature 1", "signature 2", "signature 3", "delivered"];
const WAIT = { timeout: PATIENCE, interval: 200 };

/** One of the two whom the story is about, with what is theirs. */
interface Hero {
  person: Person;
  gift: string;
  account: string;
  token: HomeToken;
  spot: string;
  organisation: Organisation;
  desk?: Desk;
}

/** The whole story, twice at once: in Japanese on a desktop, in English on a phone. */
export function wholeStory(browser: () => Browser, world: () => StoryZone): void {
  describe("two people, two browsers, two languages", () => {
    const heroes: Partial<Record<"aiko" | "ben", Hero>> = {};
    const pages: Record<string, Page> = {};
    const chapter = openBook(() => pages);
    /** What the two wear, once it is something of their own. */
    const worn: (AvatarRef | undefined)[] = [];
    const seeAll = async (person: Person) => {
      for (const avatar of worn) if (avatar !== undefined) await person.seesDrawn(avatar);
    };
    const aiko = () => heroOf(heroes.aiko);
    const ben = () => heroOf(heroes.ben);
    /** Both do the same at once. */
    const both = <T>(act: (hero: Hero) => Promise<T>) => Promise.all([act(aiko()), act(ben())]);

    chapter("they arrive with nothing, and a key is made for each", async () => {
      const [japanese, english] = await Promise.all([
        Person.with(browser(), { name: "海辺あいこ", locale: "ja", avatar: "nagi" }),
        Person.with(browser(), { name: "Ben", locale: "en", device: "phone", avatar: "hayate" }),
      ]);
      Object.assign(pages, { aiko: japanese.page, ben: english.page });
      const url = world().url("minato");
      await Promise.all([japanese.arrive(url, "passkey"), english.arrive(url, "passphrase")]);
      const { organisations } = await world().platform("minato");
      heroes.aiko = await begin(japanese, "turtle", "1", organisations[1]);
      heroes.ben = await begin(english, "pearl", "2", organisations[4]);
      expect(heroes.aiko.account).not.toBe(heroes.ben.account);
      await Promise.all([japanese.looksRight(), english.looksRight()]);
      await japanese.reads("海辺の合同説明会");
      await english.isInPlace("minato");
      await english.reads("Belongings");
    });

    chapter("they see, hear and wave at each other", async () => {
      await both(({ person }) => person.sees('.people[data-people="2"]'));
      await Promise.all([aiko().person.say("はじめまして！"), ben().person.say("Hello, Aiko!")]);
      await both(({ person }) => person.hears("海辺あいこ", "はじめまして！"));
      await both(({ person }) => person.hears("Ben", "Hello, Aiko!"));
    });

    chapter("one walks by keys and one by touch, and the hall sees both", async () => {
      const watcher = await Watcher.enter(await world().platform("minato"), "Watcher");
      const stand = ({ person }: Hero) => ({ x: 0, z: 0, ...watcher.find(person.guise.name) });
      const before = new Map([aiko(), ben()].map((hero) => [hero, stand(hero)]));
      await aiko().person.page.locator(".scene").hover();
      await aiko().person.page.keyboard.down("w");
      await touchFloor(ben().person.page);
      await both((hero) =>
        expect.poll(() => distance(before.get(hero), stand(hero)), WAIT).toBeGreaterThan(1),
      );
      await aiko().person.page.keyboard.up("w");
      watcher.leave();
    });

    if (FOREIGN !== undefined) {
      const { one, zero } = FOREIGN;
      chapter("each wears an avatar by somebody else, and both see both drawn", async () => {
        const watcher = await Watcher.enter(await world().platform("minato"), "Watcher");
        await Promise.all([aiko().person.wear(one), ben().person.wear(zero)]);
        worn.push(...[aiko(), ben()].map(({ person }) => watcher.find(person.guise.name)?.avatar));
        expect(worn.map((avatar) => avatar?.kind)).toEqual(["file", "file"]);
        await both(({ person }) => seeAll(person));
        watcher.leave();
      });
    }

    chapter("each takes an item, the chain says whose it is, and a backup is offered", async () => {
      await both(async (hero) => {
        const { person, gift } = hero;
        await person.open("gifts", "gifts");
        await person.press(`[data-gift="${gift}"]`);
        await person.sees('[data-notice="gift-arrived"]');
        await person.sees('[data-panel="gifts"] [data-offer="backup"]');
        await person.looksRight();
        hero.token = await person.owns('[data-held="true"][data-where="minato"]');
        expect(await world().ledger.whereIs(hero.token)).toEqual({
          at: "home",
          owner: hero.account,
        });
        await person.closePanel();
      });
      await backUpWords(aiko().person);
    });

    chapter("they cross, each with the item in hand, and see it happen in order", async () => {
      await both(async (hero) => {
        await cross(hero, "minato", "garan");
        expect(await world().ledger.whereIs(hero.token)).toEqual({
          at: "away",
          owner: hero.account,
        });
      });
    });

    chapter("they meet again in the other world, items in hand", async () => {
      await both(({ person }) => person.sees('.people[data-people="2"]'));
      await aiko().person.say("ガランへようこそ");
      await ben().person.hears("海辺あいこ", "ガランへようこそ");
      await both(({ person }) => seeAll(person));
      await both(async ({ person }) => {
        await person.owns('[data-held="true"][data-where="garan"][data-home="false"]');
        await person.closePanel();
      });
    });

    chapter("ten people with items in Garan take at most 60 draw calls", async () => {
      const others = await crowd(await world().platform("garan"), 8);
      await aiko().person.sees('.people[data-people="10"]');
      expect(await settledCalls(aiko().person.page)).toBeLessThanOrEqual(MAX_DRAW_CALLS);
      for (const one of others) one.leave();
    });

    chapter("each buys an artwork with test yen, and every creator's share lands", async () => {
      const garan = await world().platform("garan");
      const { yen } = garan.market ?? {};
      const works = [aiko(), ben()].map(({ spot }) => workAt(garan, spot));
      const creators = [
        ...new Set(works.flatMap(({ creators: all }) => all.map(({ account }) => account))),
      ];
      const before = await world().ledger.yenOf(yen ?? "", creators);
      const sold = await both((hero) => buy(hero.person, workAt(garan, hero.spot)));
      const after = await world().ledger.yenOf(yen ?? "", creators);
      const landed = creators.map((_, i) => (after[i] ?? 0n) - (before[i] ?? 0n));
      const owed = creators.map((account) =>
        sold
          .flat()
          .reduce((sum, share) => (share.payee === account ? sum + share.amount : sum), 0n),
      );
      expect(landed).toEqual(owed);
      expect(landed.every((amount) => amount > 0n)).toBe(true);
      await both(async ({ account, person, spot }) => {
        const { collection, tokenId } = workAt(garan, spot).sale ?? {};
        expect(await world().ledger.ownerOf("garan", collection ?? "", tokenId ?? "")).toBe(
          account,
        );
        await person.owns(`[data-token$="${collection?.toLowerCase()}/${tokenId}"]`);
        await person.closePanel();
      });
    });

    chapter("they walk back, and the originals are theirs again", async () => {
      await both(async (hero) => {
        await cross(hero, "garan", "minato");
        expect(await world().ledger.whereIs(hero.token)).toEqual({
          at: "home",
          owner: hero.account,
        });
        await hero.person.owns('[data-held="true"][data-where="minato"][data-home="true"]');
        await hero.person.closePanel();
      });
    });

    chapter("each applies at a booth with what they choose, and the desk verifies it", async () => {
      await both(async (hero) => {
        const { person, organisation } = hero;
        const { locale } = person.guise;
        const desk = await Desk.open(browser(), world().desk(organisation.slug), locale);
        hero.desk = desk;
        pages[`desk-${locale}`] = desk.page;
        await person.open("booth", String(organisation.booth));
        const id = await apply(person, organisation);
        const card = await desk.verified(id);
        await Promise.all([person.looksRight(), desk.looksRight()]);
        expect(card.name).toBe(`${person.guise.name} 本名`);
        // What was not chosen did not leave the browser.
        expect(Object.keys(card)).not.toContain("message");
        expect(Object.values(card).join()).not.toContain("secret");
      });
    });

    chapter("they talk with the staff, both ways", async () => {
      await both(async ({ person, ...hero }) => {
        const desk = deskOf(hero);
        const booth = person.page.locator(".booth-talk");
        const question = `${person.guise.name}?`;
        await person.write(booth.locator("input"), question);
        await person.press(booth.locator("button"));
        await desk.hears(person.guise.name, question);
        await desk.answer(`→ ${person.guise.name}`);
        await booth.getByText(`→ ${person.guise.name}`).waitFor();
      });
    });

    chapter("each takes the application back, and it is gone from the desk", async () => {
      await both(async ({ person, ...hero }) => {
        await withdraw(person);
        await deskOf(hero).isEmpty();
      });
      await aiko().person.reads("それまでに書き出された写しは、会社に残ります。");
      await ben().person.reads("Copies that they exported before remain with them.");
    });

    chapter("nothing went wrong in any page, and the phone never scrolled sideways", async () => {
      await ben().person.fits();
      for (const { person, ...hero } of [aiko(), ben()]) {
        expect(person.problems).toEqual([]);
        expect(deskOf(hero).problems).toEqual([]);
        await Promise.all([person.leave(), deskOf(hero).close()]);
      }
    });
  });

  async function begin(
    person: Person,
    gift: string,
    spot: string,
    organisation: Organisation | undefined,
  ): Promise<Hero> {
    if (organisation === undefined) throw new Error("The fair has no such booth.");
    const account = await person.account();
    const token: HomeToken = { home: "minato", contract: "", id: "" };
    return { person, gift, account, token, spot, organisation };
  }
}

function heroOf(hero: Hero | undefined): Hero {
  if (hero === undefined) throw new Error("Nobody has arrived.");
  return hero;
}

function deskOf({ desk }: Pick<Hero, "desk">): Desk {
  if (desk === undefined) throw new Error("No desk is open.");
  return desk;
}

/** Walks through the gate with what is in the hand, watches the lights, and walks out on the other side. */
async function cross(hero: Hero, from: "minato" | "garan", to: "minato" | "garan") {
  await hero.person.enterGate(from);
  await hero.person.looksRight();
  await hero.person.sees('.corridor-panel[data-phase="delivered"]');
  await hero.person.walkOn(to);
  expect(await hero.person.takeLights()).toEqual(LIGHTS);
}

interface Stand {
  x: number;
  z: number;
}

const distance = (a: Stand | undefined, b: Stand) =>
  a === undefined ? 0 : Math.hypot(a.x - b.x, a.z - b.z);

/** A finger on the floor, to the left of where one stands. */
async function touchFloor(page: Page): Promise<void> {
  const box = await page.locator(".scene").boundingBox();
  if (box === null) throw new Error("There is no scene.");
  await page.touchscreen.tap(box.x + box.width * 0.3, box.y + box.height * 0.6);
}
