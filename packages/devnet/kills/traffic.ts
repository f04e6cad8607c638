import { setTimeout as delay } from "node:timers/promises";
import { type Random, randomFrom } from "@ryugu/contracts/model";
import { sendTransfer } from "@ryugu/sdk/transfer";
import { type Token, type Travellers, whereIs } from "./travellers.ts";

/** One transfer, as its owner saw it; times in milliseconds of `performance.now()`. */
export interface Crossing {
  sentAt: number;
  arrivedAt?: number;
  /** A chain that was killed went back behind it: it never happened. */
  undone?: true;
}

/** A token on its way. */
interface Journey {
  token: Token;
  from: "home" | "away";
  crossing: Crossing;
  lookAt: number;
}

/** How soon is looked for a token first, and again; in milliseconds. */
const LOOK = { first: 4_000, again: 1_500 };
const PAUSE = 200;
/** Questions to the chains at once. */
const AT_ONCE = 12;

/** Sends tokens to and fro at a rate, whatever happens, and sees where each is by asking the chains. */
export class Traffic {
  readonly crossings: Crossing[] = [];
  /** Sends that a chain refused or did not answer; tried again with another token. */
  refused = 0;
  /** Tokens that were seen where no token may ever be. */
  readonly astray: bigint[] = [];
  readonly #travellers: Travellers;
  readonly #random: Random;
  readonly #resting: { token: Token; at: "home" | "away" }[];
  #journeys: Journey[] = [];
  #sending = 0;

  constructor(travellers: Travellers, seed: number) {
    this.#travellers = travellers;
    this.#random = randomFrom(seed);
    this.#resting = travellers.tokens.map((token) => ({ token, at: "home" }));
  }

  get underWay(): number {
    return this.#journeys.length + this.#sending;
  }

  /** Transfers that happened. */
  get standing(): readonly Crossing[] {
    return this.crossings.filter(({ undone }) => undone === undefined);
  }

  /** Sends until a number stand and a time is over. */
  async send(count: number, duration: number): Promise<void> {
    const began = performance.now();
    const due = () => Math.min(count, (count * (performance.now() - began)) / duration);
    const isOver = () => this.standing.length >= count && performance.now() - began >= duration;
    while (!isOver()) {
      const wanted = due() - this.standing.length - this.#sending;
      for (let i = 0; i < wanted; i++) this.#sendOne();
      await this.#look();
      await delay(PAUSE);
    }
  }

  /** Looks until every token has arrived, or patience is over; answers how many have not. */
  async settle(patience: number): Promise<number> {
    const end = performance.now() + patience;
    while (this.underWay > 0 && performance.now() < end) {
      await this.#look();
      await delay(PAUSE);
    }
    return this.underWay;
  }

  #sendOne(): void {
    const [resting] = this.#resting.splice(this.#random.below(this.#resting.length), 1);
    if (resting === undefined) return;
    const { token, at } = resting;
    const from = this.#travellers[at];
    const to = this.#travellers[at === "home" ? "away" : "home"];
    this.#sending += 1;
    const { zone } = this.#travellers.running;
    const request = { origin: from.id, destination: to.id, token: from.token, ids: [token.id] };
    const recipient = token.owner.address;
    token.owner
      .on(from, (signer) => sendTransfer(zone, signer, { ...request, recipient }))
      .then(
        () => this.#setOff(token, at, { sentAt: performance.now() }),
        // Whether it was sent is not known: the chains will tell.
        () => {
          this.refused += 1;
          this.#setOff(token, at);
        },
      )
      .finally(() => {
        this.#sending -= 1;
      });
  }

  #setOff(token: Token, from: "home" | "away", sent?: Crossing): void {
    const crossing = sent ?? { sentAt: performance.now() };
    if (sent !== undefined) this.crossings.push(crossing);
    this.#journeys.push({ token, from, crossing, lookAt: performance.now() + LOOK.first });
  }

  async #look(): Promise<void> {
    const due = this.#journeys.filter(({ lookAt }) => lookAt <= performance.now());
    let next = 0;
    const work = async () => {
      for (let one = due[next++]; one !== undefined; one = due[next++]) await this.#lookFor(one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  async #lookFor(journey: Journey): Promise<void> {
    const { token, from, crossing } = journey;
    const place = await whereIs(this.#travellers, token).catch(() => undefined);
    const now = performance.now();
    if (place === "astray") this.astray.push(token.id);
    if (place !== "home" && place !== "away") {
      journey.lookAt = now + LOOK.again;
      return;
    }
    const isKnown = this.crossings.includes(crossing);
    if (place === from) crossing.undone = true;
    else {
      crossing.arrivedAt = now;
      // It had left although its sender was told nothing.
      if (!isKnown) this.crossings.push(crossing);
    }
    this.#journeys = this.#journeys.filter((other) => other !== journey);
    this.#resting.push({ token, at: place });
  }
}
