import { randomInt } from "node:crypto";
import { takenPorts } from "../../src/process/ports.ts";
import { portUses, zonePorts } from "../../src/zone/port-plan.ts";

/** Below what the system gives to outgoing connections, above what well-known programs use. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const BLOCKS = (HIGHEST - LOWEST) / 100;
const TRIES = 50;
/** Files that run beside each other choose among different blocks: a zone takes most of its ports some time after it looked. */
const WORKERS = 4;
const worker = Number(process.env.VITEST_POOL_ID ?? 0) % WORKERS;

/** A base from which all of a zone's ports are free now. */
export async function freePortBase(): Promise<number> {
  for (let i = 0; i < TRIES; i++) {
    const base = LOWEST + (randomInt(BLOCKS / WORKERS) * WORKERS + worker) * 100;
    if ((await takenPorts(portUses(zonePorts(base)))).length === 0) return base;
  }
  throw new RangeError("No free block of ports was found.");
}
