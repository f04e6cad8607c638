/** What of one file the tests ran. */
export interface FileCoverage {
  file: string;
  lines: Share;
  branches: Share;
  /** The lines that no test ran, and those with a branch that none took, in order. */
  missed: number[];
}

/** Some of all. */
export interface Share {
  found: number;
  hit: number;
}

/** Reads an LCOV tracefile, as far as lines and branches go. */
export function parseLcov(text: string): FileCoverage[] {
  return text
    .split("end_of_record")
    .filter((record) => record.includes("SF:"))
    .map((record) => {
      const lines = fields(record, "DA").map(([line = "", hits = "0"]) => ({ line, hits }));
      const branches = fields(record, "BRDA").map(([line = "", , , hits = "0"]) => ({
        line,
        hits: hits === "-" ? "0" : hits,
      }));
      const missed = [...lines, ...branches].filter(({ hits }) => hits === "0");
      return {
        file: /SF:(.+)/.exec(record)?.[1] ?? "",
        lines: shareOf(lines),
        branches: shareOf(branches),
        missed: [...new Set(missed.map(({ line }) => Number(line)))].sort((x, y) => x - y),
      };
    });
}

/** Shares added up. */
export function total(shares: readonly Share[]): Share {
  return shares.reduce((x, y) => ({ found: x.found + y.found, hit: x.hit + y.hit }), {
    found: 0,
    hit: 0,
  });
}

/** In percent; all of nothing. */
export function percent({ found, hit }: Share): number {
  return found === 0 ? 100 : (100 * hit) / found;
}

function shareOf(counted: readonly { hits: string }[]): Share {
  return { found: counted.length, hit: counted.filter(({ hits }) => hits !== "0").length };
}

function fields(record: string, name: string): string[][] {
  const lines = record.split("\n").filter((line) => line.startsWith(`${name}:`));
  return lines.map((line) => line.slice(name.length + 1).split(","));
}
