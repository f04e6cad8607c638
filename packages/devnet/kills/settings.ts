import { parseArgs } from "node:util";

/** How a run goes, as its command line says it. */
export interface KillsSettings {
  minutes: number;
  transfers: number;
  seed: number;
  /** Chains are stopped and not killed: then they need not write down all they know every second. */
  spareChains: boolean;
  /** Each node is made of processes, two of each role, on a PostgreSQL of its company's. */
  scaleOut: boolean;
  /** Every process is brought to another release in mid-traffic. */
  upgrade: boolean;
  /** Writes the report into the docs. */
  record: boolean;
  /** Leaves the zone's folder behind. */
  keep: boolean;
}

/** Reads the command line. Throws where it cannot be read. */
export function readSettings(args: readonly string[]): KillsSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string", default: "60" },
      transfers: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      "spare-chains": { type: "boolean", default: false },
      postgres: { type: "boolean", default: false },
      upgrade: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    },
  });
  return {
    minutes: numberOf("minutes", values.minutes),
    transfers: numberOf("transfers", values.transfers),
    seed: numberOf("seed", values.seed),
    spareChains: values["spare-chains"],
    scaleOut: values.postgres,
    upgrade: values.upgrade,
    record: values.record,
    keep: values.keep,
  };
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isFinite(number) && number > 0) return number;
  throw new RangeError(`--${name} wants a number above 0, and got ${text}.`);
}
