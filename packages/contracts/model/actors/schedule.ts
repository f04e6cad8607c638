import type { Action } from "../actions.ts";
import { type Outcome, step } from "../step.ts";
import { DAY, HOUR } from "../words.ts";
import { type Beginning, beginSchedule } from "./begin.ts";
import type { Cast, Scene } from "./cast.ts";
import * as council from "./council.ts";
import * as disasters from "./disasters.ts";
import { ATTACKS } from "./hostile.ts";
import * as people from "./people.ts";
import * as relayers from "./relayers.ts";
import { turnWeather } from "./weather.ts";
import { die, windDown } from "./wind-down.ts";

/** How much of what happens; the numbers are shares. */
const ACTORS: readonly (readonly [number, (cast: Cast) => Action | undefined])[] = [
  [26, people.send],
  [3, people.sendBySignature],
  [3, people.sendOddly],
  [1, people.voidNonce],
  [2, people.setUri],
  [4, people.handOver],
  [9, people.retry],
  [4, people.redirect],
  [26, relayers.deliver],
  [9, relayers.claim],
  [2, relayers.resend],
  [4, council.decide],
  [1, council.pause],
  [2, council.rotate],
  [5, disasters.repair],
  [3, disasters.forge],
  [8, windDown],
];
const SHARES = ACTORS.reduce((sum, [share]) => sum + share, 0);

/** What a schedule may hold besides everyday life. */
export interface Disasters {
  readonly capture?: boolean;
  readonly rewrite?: boolean;
  readonly death?: boolean;
  /** The council lies about the last holders of a chain that died, and somebody shows it. */
  readonly lies?: boolean;
}

/** Says what happens next, if anything does. */
export function nextScene(cast: Cast, attacks: number): Scene | undefined {
  if (cast.random.chance(attacks)) {
    const action = cast.random.pick(ATTACKS)?.(cast);
    return action && { action, hostile: true };
  }
  let share = cast.random.below(SHARES);
  for (const [own, actor] of ACTORS) {
    share -= own;
    if (share >= 0) continue;
    const action = actor(cast);
    return action && { action, hostile: false };
  }
  return undefined;
}

/** Called after every step that did or refused something. */
export type Watcher = (scene: Scene, outcome: Outcome, cast: Cast) => void;
/** Called before a step. */
export type Herald = (scene: Scene, cast: Cast) => void;

export interface Play extends Beginning {
  readonly disasters?: Disasters;
  /** How much of what happens is hostile; 0.1 unless given. */
  readonly attacks?: number;
  readonly herald?: Herald;
}

/** Plays a schedule that the seed alone decides. */
export function playSchedule(seed: number, steps: number, watch: Watcher, given: Play = {}): Cast {
  const cast = beginSchedule(seed, given);
  for (let at = 0; at < steps; at++) {
    cast.now += timePasses(cast);
    turnWeather(cast);
    strike(cast, at, steps, given.disasters ?? {});
    const scene = nextScene(cast, given.attacks ?? 0.1);
    if (scene === undefined) continue;
    given.herald?.(scene, cast);
    const outcome = step(cast.model, scene.action, cast.now);
    if (outcome.done) {
      if (!scene.hostile) cast.past.push(scene.action);
      disasters.forgetFork(cast, scene.action);
    }
    watch(scene, outcome, cast);
  }
  return cast;
}

/** Mostly seconds, sometimes hours, rarely days. */
function timePasses({ random }: Cast): number {
  if (random.chance(0.005)) return random.below(4 * DAY);
  if (random.chance(0.06)) return random.below(5 * HOUR);
  return random.below(300);
}

function strike(cast: Cast, at: number, steps: number, given: Disasters): void {
  const { random, model } = cast;
  if (given.capture && at === Math.floor(steps / 3)) {
    cast.captured = random.pick([...model.zone.chains.keys()]);
    if (cast.captured !== undefined) cast.distrusted.add(cast.captured);
  }
  const soon = at === Math.floor(steps / 4) || at === Math.floor(steps / 3);
  if (given.rewrite && soon) disasters.rewrite(cast);
  cast.lies = given.lies === true;
  if (given.death && at === Math.floor(steps / 3)) die(cast);
}
