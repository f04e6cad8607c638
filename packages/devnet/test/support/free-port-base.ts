import { randomInt } from "node:crypto";
import { takenPorts } from "../../src/process/ports.ts";
import { portUses, zonePorts } from "../../src/zone/port-plan.ts";

/** Below what the system gives to outgoing connections, above what well-known programs use. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 50;

/** A base from which all of a zone's ports are free now. */
export async function freePortBase(): Promise<number> {
  for (let i = 0; i < TRIES; i++) {
    const base = randomInt(LOWEST / 100, HIGHEST / 100) * 100;
    if ((await takenPorts(portUses(zonePorts(base)))).length === 0) return base;
  }
  throw new RangeError("No free block of ports was found.");
}
