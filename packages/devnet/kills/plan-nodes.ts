import type { Random } from "@ryugu/contracts/model";
import { PARTNERS } from "../src/zone/plan.ts";
import type { NodeMisfortune } from "./misfortune.ts";

/** What may befall nodes, one after another. */
export interface NodeMisfortunes {
  /** Something dies. */
  down(): NodeMisfortune;
  /** Something is stopped and started as an operator does. */
  restart(): NodeMisfortune;
}

/** Of a hundred deaths in nodes of several processes; the rest are single processes, some at once. */
const SHARES = { wholeNode: 12, database: 13 };
/** At most so many single processes die at once. */
const MOST_PROCESSES = 4;

/** One, two or three of five nodes die at once. */
export function ofOneProcessEach(random: Random): NodeMisfortunes {
  const partners = PARTNERS.map(({ slug }) => slug);
  return {
    down() {
      const first = random.below(partners.length);
      const several = Array.from({ length: 1 + random.below(3) }, (_, i) => first + i * 2);
      const victims = [...new Set(several.map((i) => partners[i % partners.length] ?? ""))];
      return { kind: "nodes-killed", partners: victims };
    },
    restart: () => ({
      kind: "node-restarted",
      partner: partners[random.below(partners.length)] ?? "",
    }),
  };
}

/**
 * Up to four processes of any roles and companies die at once, or all of one company, or its database.
 *
 * @param processes - the names of every node's processes, by the partner's slug
 */
export function ofSeveralProcesses(
  random: Random,
  processes: Readonly<Record<string, readonly string[]>>,
): NodeMisfortunes {
  const partners = Object.keys(processes);
  const names = Object.values(processes).flat();
  const partner = () => random.pick(partners) ?? "";
  const process = () => random.pick(names) ?? "";
  return {
    down() {
      const what = random.below(100);
      if (what < SHARES.wholeNode) return { kind: "nodes-killed", partners: [partner()] };
      if (what < SHARES.wholeNode + SHARES.database)
        return { kind: "database-killed", partner: partner() };
      const several = Array.from({ length: 1 + random.below(MOST_PROCESSES) }, process);
      return { kind: "processes-killed", processes: [...new Set(several)] };
    },
    restart: () =>
      random.below(4) === 0
        ? { kind: "database-restarted", partner: partner() }
        : { kind: "process-restarted", process: process() },
  };
}
