import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { ReserveStatementBody } from "@ryugu/sdk/reserves";
import type { LaneState } from "../domain/lane.ts";
import type { Audit } from "../ports/audit-store.ts";
import type { AuditorContext } from "./context.ts";

/** How long a day's statement waits for an audit that leaves nothing out, in milliseconds. */
const PATIENCE = 600_000;

/** Signs one statement for each UTC day, out of the day's first audit that leaves nothing out. */
export interface DailyStatements {
  /** Signs the day's statement from this audit, if the day has none and the audit will do. */
  consider(audit: Audit): Promise<void>;
}

/** What they remember may be lost: a day has one statement in any case. */
export function createDailyStatements(context: AuditorContext): DailyStatements {
  const { store, signer, report, zoneId } = context;
  let waiting: { day: string; since: number } | undefined;

  return {
    async consider(audit) {
      const day = new Date(audit.time).toISOString().slice(0, 10);
      if ((await store.statement(day)) !== undefined) return;
      if (waiting?.day !== day) waiting = { day, since: audit.time };
      if (audit.unread.length > 0 && audit.time - waiting.since < PATIENCE) return;
      const body = statementOf(zoneId, signer.validator, day, audit, await store.lanes());
      const signature = await signer.signDocument("statement", body);
      await store.addStatement({ ...body, signature });
      const shortfalls = audit.reserves.filter(({ since }) => since !== undefined).length;
      report({ type: "statement-signed", day, shortfalls });
    },
  };
}

function statementOf(
  zoneId: Bytes32,
  validator: ReserveStatementBody["validator"],
  day: string,
  { time, chains, reserves, unread, lanes }: Audit,
  states: readonly LaneState[],
): ReserveStatementBody {
  return {
    schema: "ryugu-reserve-statement/1",
    zoneId,
    validator,
    day,
    issuedAt: new Date(time).toISOString(),
    chains,
    reserves,
    unread,
    lanes: lanes.flatMap(({ laneId, sent, head, consumed }) => {
      const state = states.find((lane) => lane.laneId === laneId);
      if (state === undefined) return [];
      const { originChain, destinationChain, anchor, halted } = state;
      return [
        {
          laneId,
          originChain,
          destinationChain,
          anchor,
          count: sent,
          head,
          delivered: consumed,
          ...(halted === undefined
            ? {}
            : { halted: { since: new Date(halted.time).toISOString(), reason: halted.reason } }),
        },
      ];
    }),
  };
}
