import { askFrom } from "../../test/harness/strangers.ts";

/** How honest people fared, each from an address of their own over a new connection. */
export interface Answered {
  asked: number;
  refused: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

const PATHS = ["/v1/lanes", "/v1/health", "/v1/transfers?limit=5"];
const AT_ONCE = 4;

/** Asks the node as people do while something else goes on. */
export async function askAsOthers(port: number, count: number): Promise<Answered> {
  const times: number[] = [];
  let next = 0;
  let refused = 0;
  const person = async () => {
    while (next < count) {
      const n = next++;
      const from = `127.9.${Math.floor(n / 250) % 250}.${(n % 250) + 1}`;
      const since = performance.now();
      const answer = await askFrom(port, from, PATHS[n % PATHS.length] ?? "/").catch(
        () => undefined,
      );
      times.push(performance.now() - since);
      if (answer?.status !== 200) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return { asked: count, refused, p50: at(0.5), p99: at(0.99) };
}
