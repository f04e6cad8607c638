import { randomInt } from "node:crypto";
import { isPortFree } from "./ports.ts";

/**
 * Below what the system lends to outgoing connections, so that none takes the port before the program under test
 * does; above what well-known programs use.
 */
const LOWEST = 32_000;
const HIGHEST = 32_700;

/** Different ports that nothing listens on now. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isPortFree(port)) ports.add(port);
  }
  return [...ports];
}
