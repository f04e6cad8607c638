import type { Action } from "../actions.ts";
import { beginSchedule } from "../actors/begin.ts";
import type { Weather } from "../actors/cast.ts";
import type { Message } from "../message/message.ts";
import { chainOf, type Model } from "../model.ts";
import type { Chain, Leaf } from "../state/chain.ts";
import { type Outcome, step } from "../step.ts";
import type { ChainId, Hash } from "../words.ts";
import type { Book } from "./book.ts";
import { callOf, type Known } from "./calls.ts";
import { type Lines, linesOfOutcome } from "./outcomes.ts";
import { type Look, picture } from "./picture.ts";
import { beginningOf, type Happening, type Playing } from "./schedule.ts";
import { type Oddities, odditiesOf } from "./weather.ts";
import type { Call } from "./world.ts";

/** A schedule with what the model says to it: everything that is to happen on the chains, and what should come of it. */
export interface Script {
  readonly seed: number;
  /** What is done before it begins. */
  readonly beginning: readonly Action[];
  readonly moments: readonly Moment[];
}

export type Moment =
  | { readonly kind: "remember" | "rewrite"; readonly chain: ChainId }
  | { readonly kind: "weather"; readonly odd: Oddities; readonly now: number }
  | Step;

export interface Step {
  readonly kind: "step";
  readonly at: number;
  readonly now: number;
  readonly action: Action;
  readonly call: Call;
  readonly expected: Lines;
  /** What the chains look like afterwards; not after every step. */
  readonly looks: ReadonlyMap<ChainId, readonly Look[]>;
}

const NOT_LOOKED: Step["looks"] = new Map();

/** Plays what happens in the model, and writes down what came of it. */
export function writeScript(
  book: Book,
  playing: Playing,
  happenings: readonly Happening[],
): Script {
  const beginning: Action[] = [];
  const moments: Moment[] = [];
  const tell = (action: Action) => beginning.push(action);
  const { model, weather } = beginSchedule(playing.seed, { ...beginningOf(book, playing), tell });
  const memory = new Memory(book);
  const chains = new Map<ChainId, Chain>();
  let at = 0;
  let now = 0;
  for (const [index, happening] of happenings.entries()) {
    if (happening.kind === "weather") {
      changeWeather(weather, happening.weather);
      moments.push({ kind: "weather", odd: odditiesOf(weather), now });
    } else if (happening.kind === "action") {
      const { action } = happening;
      ({ now } = happening);
      const call = memory.callOf(model, action);
      const outcome = step(model, action, now);
      memory.keep(outcome);
      at += 1;
      const isLooked = at % playing.lookEvery === 0 || index === happenings.length - 1;
      const looks = isLooked ? memory.look(model, now) : NOT_LOOKED;
      const expected = linesOfOutcome(book, action.on, outcome);
      moments.push({ kind: "step", at, now, action, call, expected, looks });
    } else {
      moments.push(happening);
      const { kind, chain } = happening;
      const remembered = chains.get(chain);
      if (kind === "remember") chains.set(chain, structuredClone(chainOf(model, chain)));
      else if (remembered !== undefined) model.zone.chains.set(chain, remembered);
    }
  }
  return { seed: playing.seed, beginning, moments };
}

function changeWeather(weather: Weather, to: Weather): void {
  for (const name of Object.keys(to) as (keyof Weather)[]) {
    const set = weather[name] as Set<string>;
    set.clear();
    for (const oddity of to[name]) set.add(oddity);
  }
}

/** What happened so far, as far as calls and looks need it. */
class Memory {
  readonly #book: Book;
  readonly #sent = new Map<Hash, { laneId: Hash; message: Message; destination: ChainId }>();
  readonly #leaves = new Map<string, readonly Leaf[]>();

  constructor(book: Book) {
    this.#book = book;
  }

  callOf({ zone }: Model, action: Action): Call {
    for (const [home, { windDowns }] of zone.chains) {
      for (const [dead, { leaves }] of windDowns) this.#leaves.set(`${home} ${dead}`, leaves);
    }
    const known: Known = {
      laneId: (origin, destination) => zone.chains.get(destination)?.incoming.get(origin)?.id ?? "",
      sent: (id) => this.#sent.get(id),
      leaves: (home, dead) => this.#leaves.get(`${home} ${dead}`) ?? [],
    };
    return callOf(this.#book, known, action);
  }

  keep(outcome: Outcome): void {
    for (const event of outcome.done ? outcome.events : []) {
      if (event.name !== "MessageSent") continue;
      const { id, laneId, message, destination } = event;
      this.#sent.set(id, { laneId, message, destination });
    }
  }

  look({ zone }: Model, now: number): Map<ChainId, readonly Look[]> {
    const looks = new Map<ChainId, readonly Look[]>();
    for (const [id, chain] of zone.chains) {
      const ids = [...this.#sent]
        .filter(([, { destination }]) => destination === id)
        .map(([name]) => name);
      looks.set(id, picture(this.#book, chain, ids, now));
    }
    return looks;
  }
}
