import type { Mismatch } from "./replay.ts";
import type { Happening } from "./schedule.ts";

/** A mismatch in words, with the schedule that leads to it. */
export function tell(mismatch: Mismatch, happenings: readonly Happening[] = []): string {
  const { seed, step, action, now, model, contracts } = mismatch;
  const actions = happenings.flatMap((happening) => {
    if (happening.kind === "action") return [`  ${happening.now} ${json(happening.action)}`];
    return happening.kind === "weather" ? [] : [`  ${happening.kind} ${happening.chain}`];
  });
  return [
    `seed ${seed}, step ${step}, at ${now}: ${json(action)}`,
    ...["the model:", ...model.map((line) => `  ${line}`)],
    ...["the contracts:", ...contracts.map((line) => `  ${line}`)],
    ...(actions.length === 0 ? [] : ["enough to see it:", ...actions]),
  ].join("\n");
}

const json = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? inner.toString() : inner));
