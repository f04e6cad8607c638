import { setTimeout as delay } from "node:timers/promises";
import { type Random, randomFrom } from "@ryugu/contracts/model";
import type { Account } from "../stage/account.ts";
import type { Stage } from "../stage/stage.ts";
import type { Ask } from "./ask.ts";
import { Book, type Crossing } from "./book.ts";
import { chooseAsk } from "./choose.ts";
import { followCrossing, type Sources, sourcesOf } from "./follow.ts";
import { Purse } from "./purse.ts";
import { sendAsk } from "./send.ts";

const PAUSE = 250;

/** Everybody who sends, and what they have sent. */
export class Crew {
  readonly stage: Stage;
  readonly book = new Book();
  readonly sources: Sources;
  readonly purse: Purse;
  /** Following that failed: there must be none. */
  readonly failures: unknown[] = [];
  readonly #seed: number;
  readonly #wanted: number;
  readonly #atOnce: number;
  readonly #following = new Set<Promise<void>>();
  #asked = 0;

  /**
   * @param wanted - how many crossings the run is to have
   * @param atOnce - how many of them may be under way at once
   */
  constructor(stage: Stage, seed: number, wanted: number, atOnce: number) {
    this.stage = stage;
    this.sources = sourcesOf(stage);
    this.purse = new Purse(stage.collections);
    this.#seed = seed;
    this.#wanted = wanted;
    this.#atOnce = atOnce;
  }

  /** Whether everything was sent that was to be sent. */
  get isDone(): boolean {
    return this.book.standing >= this.#wanted;
  }

  /** Sends until there are as many crossings as wanted: everybody at once, each one thing after another. */
  async send(): Promise<void> {
    const { people } = this.stage.accounts;
    await Promise.all(people.map((person, i) => this.#work(person, randomFrom(this.#seed + i))));
  }

  /** Waits until everything that is followed has ended. */
  async settled(): Promise<void> {
    while (this.#following.size > 0) await Promise.all([...this.#following]);
  }

  /** Enters a crossing in the book, and follows it. */
  follow(crossing: Crossing): void {
    this.book.crossings.push(crossing);
    const following = followCrossing(this.sources, this.purse, crossing)
      .catch((error: unknown) => {
        this.failures.push(error);
      })
      .finally(() => this.#following.delete(following));
    this.#following.add(following);
  }

  async #work(person: Account, random: Random): Promise<void> {
    while (!this.isDone) {
      const { standing, underWay, sending } = this.book;
      const isFull = standing + sending.size >= this.#wanted;
      const ask =
        isFull || underWay.length + sending.size >= this.#atOnce
          ? undefined
          : chooseAsk(this.stage, this.purse, random, person, ++this.#asked);
      if (ask === undefined) await delay(PAUSE);
      else await this.#send(ask, random);
    }
  }

  async #send(ask: Ask, random: Random): Promise<void> {
    const { purse, book, stage } = this;
    const helper = random.pick(stage.accounts.helpers) ?? ask.person;
    const held = ask.assets.map((asset) => ({ ...asset, collection: ask.collection }));
    for (const each of held) purse.take(ask.person.address, ask.origin, each);
    book.asks.set(ask.reference, ask);
    book.sending.add(ask.reference);
    try {
      const sent = await sendAsk(stage, ask, helper);
      this.follow({ ask, ...sent, abandon: new AbortController() });
    } catch (error) {
      book.refuse(error);
      for (const each of held) purse.give(ask.person.address, ask.origin, each);
    } finally {
      book.sending.delete(ask.reference);
    }
  }
}
