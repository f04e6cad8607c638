import { PARTNERS } from "@ryugu/devnet";
import type { Browser, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { apply, withdraw } from "../support/applying.ts";
import { backUpWords, saveBackup } from "../support/backing-up.ts";
import { openBook } from "../support/book.ts";
import { buy, workAt } from "../support/buying.ts";
import type { HomeToken } from "../support/ledger.ts";
import { PATIENCE, Person } from "../support/person.ts";
import type { StoryZone } from "../support/story-zone.ts";
import { Watcher } from "../support/watcher.ts";

const WAIT = { timeout: PATIENCE, interval: 200 };
/** Who is at the same place so many times in a row stands still. */
const LOOKS = 4;
/** How far from where one stood one may be after a restart, in metres. */
const NEARLY = 0.5;
/** Longer than a transfer of the page may take, in seconds. */
const DAYS = 2 * 86_400;

/** Somebody who never touches a mouse lives through everything that can go wrong. */
export function trouble(browser: () => Browser, world: () => StoryZone): void {
  describe("trouble, by keyboard alone", () => {
    const pages: Record<string, Page> = {};
    const chapter = openBook(() => pages);
    let kei: Person;
    let account: string;
    let token: HomeToken;
    const owned = async (at: "home" | "away") =>
      expect(await world().ledger.whereIs(token)).toEqual({ at, owner: account });
    const nodes = (act: "kill" | "start") =>
      Promise.all(PARTNERS.map(({ slug }) => world().zone.node(slug)[act]()));

    chapter(
      "Kei arrives and takes an item without a mouse, on a machine without WebGL",
      async () => {
        const guise = { name: "Kei", locale: "en", device: "keyboard", drawing: "map" } as const;
        kei = await Person.with(browser(), guise);
        pages.kei = kei.page;
        await kei.arrive(world().url("minato"));
        account = await kei.account();
        await kei.open("gifts", "gifts");
        await kei.press('[data-gift="coral"]');
        token = await kei.owns('[data-held="true"]');
        await kei.looksRight();
        await kei.page.keyboard.press("Escape");
        await owned("home");
      },
    );

    chapter("the newer of two tabs wins, and the older says so and can take over", async () => {
      const tab = await kei.anotherTab();
      pages.tab = tab.page;
      await tab.comeAgain(world().url("minato"));
      await kei.reads("You are in another window");
      await kei.looksRight();
      await kei.press(kei.page.getByRole("button", { name: kei.words.arrival.continueHere }));
      await kei.isIn();
      await tab.reads("You are in another window");
      await tab.page.close();
    });

    chapter("the server is killed and comes back: same place, item still in hand", async () => {
      await kei.walkTo("gifts", "gifts");
      await kei.holds('[data-where="minato"]');
      const platform = await world().platform("minato");
      const before = await standingWithIt(platform, "Kei");
      await world().zone.world("minato").kill();
      await kei.reads(/The connection is lost|This world's server is restarting/);
      await kei.looksRight();
      await world().zone.world("minato").start();
      await kei.isIn();
      const after = await standingWithIt(platform, "Kei");
      expect(Math.hypot(after.x - before.x, after.z - before.z)).toBeLessThan(NEARLY);
      expect(after.held).toEqual(before.held);
    });

    chapter(
      "every node stops while in the corridor: told, a reload resumes, it arrives",
      async () => {
        await kei.enterGate("minato");
        await nodes("kill");
        await kei.sees('.corridor-panel[data-problem="nodes-unreachable"]');
        await kei.reads("None of the zone's nodes answers.");
        await kei.looksRight();
        expect((await world().ledger.whereIs(token)).at).toBe("on its way");
        await kei.page.reload();
        await kei.unlock();
        await kei.sees('.corridor-panel[data-problem="nodes-unreachable"]');
        await nodes("start");
        await kei.sees('.corridor-panel[data-phase="delivered"]');
        await kei.walkOn("garan");
        await owned("away");
      },
    );

    chapter("an artwork is bought from the keyboard", async () => {
      const work = workAt(await world().platform("garan"), "3");
      await buy(kei, work);
      const { collection = "", tokenId = "" } = work.sale ?? {};
      expect(await world().ledger.ownerOf("garan", collection, tokenId)).toBe(account);
    });

    chapter(
      "a chain stops while in the corridor: told, and it arrives when it is back",
      async () => {
        await kei.holds('[data-home="false"]');
        await kei.enterGate("garan");
        await world().zone.processes.get("chain-minato").stop();
        await kei.sees('.corridor-panel[data-problem="chain-unreachable"]');
        await kei.reads("A chain does not answer.");
        await world().zone.processes.get("chain-minato").start();
        await kei.sees('.corridor-panel[data-phase="delivered"]');
        await kei.walkOn("minato");
        await owned("home");
      },
    );

    chapter("an application is signed and taken back from the keyboard", async () => {
      const { organisations } = await world().platform("minato");
      const [organisation] = organisations;
      if (organisation === undefined) throw new Error("There is no booth.");
      await kei.open("booth", String(organisation.booth));
      await apply(kei, organisation);
      await withdraw(kei);
    });

    chapter("the key comes back in fresh browsers, by its words and by its file", async () => {
      const url = world().url("minato");
      const words = await backUpWords(kei);
      const file = await saveBackup(kei);
      const guise = { name: "Kei", locale: "ja", drawing: "map" } as const;
      for (const by of [words, { file }]) {
        const fresh = await Person.with(browser(), { ...guise, device: "phone" });
        pages.fresh = fresh.page;
        await fresh.recover(url, by);
        expect(await fresh.account()).toBe(account);
        expect(await fresh.owns('[data-where="minato"]')).toEqual(token);
        await fresh.leave();
      }
      await kei.reads("You are in another window");
      await kei.press(kei.page.getByRole("button", { name: kei.words.arrival.continueHere }));
      await kei.isIn();
    });

    chapter(
      "what arrives after its time comes back by itself, and that is told in words",
      async () => {
        await kei.holds('[data-where="minato"]');
        await kei.enterGate("minato");
        await nodes("kill");
        await kei.sees('.corridor-panel[data-problem="nodes-unreachable"]');
        const garan = world().zone.control("garan");
        await garan.send("evm_increaseTime", [DAYS]);
        garan.destroy();
        await nodes("start");
        await kei.sees('.corridor-panel[data-phase="returned"]');
        await kei.reads("It could not be handed over in time and goes back to you by itself.");
        await kei.looksRight();
        // Nobody has to wait for it.
        await kei.sees('[data-door="open"]');
        await kei.press('[data-action="go-back"]');
        await kei.isInPlace("minato");
        expect(await kei.owns('[data-where="minato"]')).toEqual(token);
        await kei.leave();
      },
    );
  });
}

type Platform = Awaited<ReturnType<StoryZone["platform"]>>;
type Seen = NonNullable<ReturnType<Watcher["find"]>>;

/** How somebody else in the hall sees a person who holds something, once they stand still. */
async function standingWithIt(platform: Platform, name: string): Promise<Seen> {
  const watcher = await Watcher.enter(platform, "Somebody");
  const looks: (Seen | undefined)[] = [];
  const isStill = () => {
    const one = watcher.find(name);
    looks.push(one && { ...one });
    const [now, ...before] = looks.slice(-LOOKS).reverse();
    if (now?.motion !== "idle" || now.held === null || before.length < LOOKS - 1) return false;
    return before.every((other) => other?.x === now.x && other.z === now.z);
  };
  await expect.poll(isStill, WAIT).toBe(true);
  watcher.leave();
  const last = looks.at(-1);
  if (last === undefined) throw new Error(`${name} is not here.`);
  return last;
}
