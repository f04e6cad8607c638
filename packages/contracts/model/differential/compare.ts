import { type Mismatch, replay } from "./replay.ts";
import { type Happening, type Playing, writeSchedule } from "./schedule.ts";
import { writeScript } from "./script.ts";
import type { World } from "./world.ts";

/** What came of comparing one schedule. */
export interface Comparison {
  readonly playing: Playing;
  /** How many transactions were compared, up to the mismatch. */
  readonly steps: number;
  /** What was compared, as `deliver done` or `claim refused: LanePaused`, and how often. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly mismatch: Mismatch | undefined;
  /** What happens in it; a mismatch is found in it again. */
  readonly happenings: readonly Happening[];
}

/** Plays one schedule on the model and on real gateways: what chance makes of it, or what is given. */
export async function compare(
  world: World,
  playing: Playing,
  happenings: readonly Happening[] = writeSchedule(world.book, playing),
): Promise<Comparison> {
  const script = writeScript(world.book, playing, happenings);
  const mismatch = await replay(world, script);
  const outcomes = new Map<string, number>();
  let steps = 0;
  for (const moment of script.moments) {
    if (moment.kind !== "step" || moment.at > (mismatch?.step ?? moment.at)) continue;
    steps += 1;
    const { action, expected } = moment;
    const name = action.type === "act" ? `act ${action.act.kind}` : action.type;
    for (const line of expected) {
      const [word = "", , reason = ""] = line.split(" ");
      const isPlain = line === "done" || line.startsWith("refused");
      const key = isPlain
        ? `${name} ${line}`
        : `${word}${word === "MessageParked" ? ` ${reason}` : ""}`;
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    }
  }
  return { playing, steps, outcomes, mismatch, happenings };
}

/**
 * Leaves out whatever is not needed for a mismatch: half of the happenings, a quarter, and so on, as long as one remains
 * and tries are left.
 */
export async function shrink(
  world: World,
  { playing, happenings, mismatch }: Comparison,
  tries = 60,
): Promise<{ readonly happenings: readonly Happening[]; readonly mismatch: Mismatch } | undefined> {
  if (mismatch === undefined) return undefined;
  const closely = { ...playing, lookEvery: 1 };
  let found = { happenings: upTo(happenings, mismatch.step), mismatch };
  let left = tries;
  for (let size = Math.ceil(found.happenings.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = found.happenings.length - size; from >= 0 && left > 0; from -= size) {
      left -= 1;
      const fewer = found.happenings.filter((_, at) => at < from || at >= from + size);
      const again = await tryOut(world, closely, fewer);
      if (again !== undefined) found = { happenings: upTo(fewer, again.step), mismatch: again };
    }
  }
  return found;
}

/** A part that makes no sense alone, as a retry of what was never sent, is none. */
async function tryOut(world: World, playing: Playing, happenings: readonly Happening[]) {
  try {
    return await replay(world, writeScript(world.book, playing, happenings));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Nothing after the step matters. */
function upTo(happenings: readonly Happening[], step: number): readonly Happening[] {
  let at = 0;
  const end = happenings.findIndex((happening) => {
    if (happening.kind === "action") at += 1;
    return at === step;
  });
  return end < 0 ? happenings : happenings.slice(0, end + 1);
}
