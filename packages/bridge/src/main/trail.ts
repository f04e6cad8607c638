import type { Clock } from "../ports/clock.ts";
import type { NodeEvent, Report } from "../ports/report.ts";
import type { TrailStore } from "../ports/trail-store.ts";
import { describeError } from "./logger.ts";

/** What somebody who looks into a node afterwards asks for. Everyday work is in the facts themselves. */
const KEPT: ReadonlySet<NodeEvent["type"]> = new Set([
  "node-started",
  "access-used",
  "access-refused",
  "lane-halted",
  "lane-reanchored",
  "signature-refused",
  "seat-changed",
  "validators-changed",
  "zone-split",
  "manifest-adopted",
  "manifest-refused",
  "attestations-recovered",
  "two-heads-found",
  "act-sent",
  "act-mined",
  "act-failed",
  "shortfall-found",
  "shortfall-ended",
  "quarantine-asked",
  "statement-signed",
]);

/** Writes down what the node did. Refusals of strangers are written once a minute, so that they cannot fill it. */
export function trailReport(store: TrailStore, clock: Pick<Clock, "now">): Report {
  let refusedAt = Number.NEGATIVE_INFINITY;
  return (event) => {
    if (!KEPT.has(event.type)) return;
    const time = clock.now();
    if (event.type === "access-refused" && event.name === undefined) {
      if (time - refusedAt < 60_000) return;
      refusedAt = time;
    }
    const { type, ...fields } = event;
    const detail = "error" in fields ? { ...fields, error: describeError(fields.error) } : fields;
    // The log has it too: a database that is away must not stop what is being reported.
    store.addTrail({ time, type, detail: plain(detail) }).catch(() => undefined);
  };
}

/** Only what JSON can say. */
function plain(detail: object): Record<string, unknown> {
  const text = JSON.stringify(detail, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}
