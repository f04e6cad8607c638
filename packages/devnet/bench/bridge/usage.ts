import { readFileSync } from "node:fs";

/** What a process has taken since it began. */
export interface Usage {
  /** Seconds of processor time. */
  cpu: number;
  /** The most memory that it had at once, in bytes. */
  peak: number;
}

/** A program of the bench and its process id. */
export interface Program {
  name: string;
  pid: number;
}

const TICKS_PER_SECOND = 100;
const KIBIBYTE = 1_024;

/** Reads what a process has taken, from Linux's `/proc`. Throws when there is none of this id. */
export function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the program's name, in parentheses, and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { cpu: ticks / TICKS_PER_SECOND, peak: Number(peak ?? 0) * KIBIBYTE };
}

/** What a program took between two moments. */
export interface Taken extends Usage {
  name: string;
}

/** Begins to measure; call what it returns at the end. */
export function measurePrograms(programs: readonly Program[]): () => Taken[] {
  const before = programs.map(({ pid }) => usageOf(pid));
  return () =>
    programs.map(({ name, pid }, i) => {
      const { cpu, peak } = usageOf(pid);
      return { name, cpu: cpu - (before[i]?.cpu ?? 0), peak };
    });
}

/** How many processes wanted a processor in the last minute: what else the machine was doing. */
export const loadAverage = (): number =>
  Number(readFileSync("/proc/loadavg", "utf8").split(" ")[0]);
