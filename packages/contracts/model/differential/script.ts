import type { Action } from "../actions.ts";
import { type Disasters, playSchedule } from "../actors/schedule.ts";
import type { Cast, Scene } from "../actors/cast.ts";
import type { Message } from "../message/message.ts";
import { chainOf } from "../model.ts";
import type { Rules } from "../rules.ts";
import type { Leaf } from "../state/chain.ts";
import type { Outcome } from "../step.ts";
import { type ChainId, type Hash, vaultOf } from "../words.ts";
import { type Book, CHAINS } from "./book.ts";
import { callOf, type Known } from "./calls.ts";
import { type Bytes, protocolHashing } from "./encoding.ts";
import { type Lines, linesOfOutcome } from "./outcomes.ts";
import { type Look, picture } from "./picture.ts";
import { type Oddities, odditiesOf } from "./weather.ts";
import type { Call } from "./world.ts";

/** A schedule that the model has played, with everything that is to happen on the chains and what should come of it. */
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
  readonly hostile: boolean;
  readonly call: Call;
  readonly expected: Lines;
  /** What the chains look like afterwards; not after every step. */
  readonly looks: ReadonlyMap<ChainId, readonly Look[]>;
}

/** How a schedule is played for the comparison. */
export interface Playing {
  readonly steps: number;
  readonly disasters: Disasters;
  readonly attacks?: number;
  /** The chains are looked at after every so many steps, and after the last one. */
  readonly lookEvery: number;
  /** Broken rules of the model, to see that the comparison notices. */
  readonly rules?: Partial<Rules>;
}

/** Plays a schedule in the model and writes it down. */
export function writeScript(book: Book, seed: number, playing: Playing): Script {
  const beginning: Action[] = [];
  const moments: Moment[] = [];
  const memory = new Memory(book);
  let before: Cast["memory"];
  let call: Call | undefined;
  let at = 0;
  const hashing = protocolHashing(book.plan.zoneId, book.people.real);
  const herald = ({ action }: Scene, cast: Cast) => {
    if (before === undefined && cast.memory !== undefined) {
      moments.push({ kind: "remember", chain: cast.memory.id });
    } else if (before !== undefined && cast.memory === undefined) {
      moments.push({ kind: "rewrite", chain: before.id });
    }
    before = cast.memory;
    moments.push({ kind: "weather", odd: odditiesOf(cast.weather), now: cast.now });
    call = callOf(book, memory.known(cast), action);
  };
  const watch = ({ action, hostile }: Scene, outcome: Outcome, cast: Cast) => {
    if (call === undefined) return;
    at += 1;
    memory.keep(outcome);
    const looks = new Map<ChainId, readonly Look[]>();
    const expected = linesOfOutcome(book, action.on, outcome);
    if (at % playing.lookEvery === 0) memory.look(cast, looks);
    const { now } = cast;
    moments.push({ kind: "step", at, now, action, hostile, call, expected, looks });
  };
  const { steps, disasters, rules = {}, attacks = 0.1 } = playing;
  const given = { chains: CHAINS.length, hashing, rules, disasters, attacks };
  const tell = (action: Action) => beginning.push(action);
  const cast = playSchedule(seed, steps, watch, { ...given, herald, tell });
  const last = moments.at(-1);
  if (last?.kind === "step" && last.looks.size === 0) {
    const looks = new Map<ChainId, readonly Look[]>();
    memory.look(cast, looks);
    moments[moments.length - 1] = { ...last, looks };
  }
  return { seed, beginning, moments };
}

/** What happened so far, as far as calls need it. */
class Memory {
  readonly #book: Book;
  readonly #sent = new Map<Hash, { laneId: Hash; message: Message; destination: ChainId }>();
  readonly #leaves = new Map<string, readonly Leaf[]>();

  constructor(book: Book) {
    this.#book = book;
  }

  known({ model }: Cast): Known {
    for (const [home, { windDowns }] of model.zone.chains) {
      for (const [dead, { leaves }] of windDowns) this.#leaves.set(`${home} ${dead}`, leaves);
    }
    return {
      laneId: (origin, destination) => chainOf(model, destination).incoming.get(origin)?.id ?? "",
      sent: (id) => this.#sent.get(id),
      leaves: (home, dead) => this.#leaves.get(`${home} ${dead}`) ?? [],
    };
  }

  keep(outcome: Outcome): void {
    for (const event of outcome.done ? outcome.events : []) {
      if (event.name !== "MessageSent") continue;
      const { id, laneId, message, destination } = event;
      this.#sent.set(id, { laneId, message, destination });
    }
  }

  look({ model, now }: Cast, looks: Map<ChainId, readonly Look[]>): void {
    for (const [id, chain] of model.zone.chains) {
      const ids = [...this.#sent].filter(([, { destination }]) => destination === id);
      looks.set(id, picture(this.#book, chain, ids.map(([name]) => name), now));
    }
  }
}
