import { collectionKey } from "@ryugu/sdk/reserves";
import { followShortfalls, type Shortfall } from "../domain/shortfall.ts";
import type { AuditorContext } from "./context.ts";
import { openPass, type Pass } from "./pass.ts";
import { quarantine } from "./quarantine.ts";
import { type Round, readReserve } from "./read-reserve.ts";
import { createDailyStatements } from "./statement.ts";

/** Compares what vaults hold with what they owe: facts and chains -> shortfalls. */
export interface Auditor {
  /** @returns whether there is more to do at once */
  tick(): Promise<boolean>;
}

/** Collections that one tick looks at: a tick ends in bounded time, however many strangers make. */
const AT_ONCE = 32;

/** Makes the auditor. What it remembers between ticks may be lost: then a pass begins again. */
export function createAuditor(context: AuditorContext): Auditor {
  const { store, clock, report } = context;
  const statements = createDailyStatements(context);
  const round: Round = { turn: 0 };
  let pass: Pass | undefined;

  const finish = async ({ pending: _, forged, ...found }: Pass) => {
    const now = clock.now();
    const change = followShortfalls(await store.shortfalls(), found.reserves, forged, now);
    const sinceOf = new Map(
      change.standing.map((shortfall) => [collectionKey(shortfall), shortfall.since]),
    );
    const reserves = found.reserves.map((reserve) => {
      const since = sinceOf.get(collectionKey(reserve));
      return since === undefined ? reserve : { ...reserve, since: new Date(since).toISOString() };
    });
    const audit = { ...found, reserves, time: now };
    await store.saveAudit(audit, change.standing);
    for (const shortfall of change.found) report({ type: "shortfall-found", ...told(shortfall) });
    for (const shortfall of change.ended) report({ type: "shortfall-ended", ...told(shortfall) });
    for (const unread of found.unread) report({ type: "reserves-unread", ...unread });
    return audit;
  };

  return {
    async tick() {
      pass ??= await openPass(context);
      for (const pending of pass.pending.splice(0, AT_ONCE)) {
        const reserve = await readReserve(context, pending, round);
        if (reserve !== undefined) pass.reserves.push(reserve);
      }
      if (pass.pending.length > 0) return true;
      const audit = await finish(pass);
      pass = undefined;
      round.turn += 1;
      await statements.consider(audit);
      await quarantine(context);
      return false;
    },
  };
}

/** What an operator is told of a shortfall. */
function told({ since: _, quarantines: __, ...news }: Shortfall) {
  return news;
}
