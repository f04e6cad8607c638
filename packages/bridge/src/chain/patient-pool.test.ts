import { expect, test } from "vitest";
import { ChainUnreachableError, EndpointRefusedError } from "./errors.ts";
import { patientPool } from "./patient-pool.ts";
import type { EndpointPool } from "./pool.ts";

/** A pool whose first answers are errors. */
function poolOf(errors: unknown[]): { pool: EndpointPool; asked: () => number } {
  let asked = 0;
  const any = async () => {
    asked += 1;
    const error = errors.shift();
    if (error !== undefined) throw error;
    return "answer";
  };
  return {
    pool: { any, agreed: any, several: any } as unknown as EndpointPool,
    asked: () => asked,
  };
}

const clock = { sleep: async () => undefined };
const away = () => new ChainUnreachableError("No RPC endpoint of a chain answered.");
const ask = (pool: EndpointPool) => patientPool(pool, clock).agreed(async () => "answer");

test("asks again while a chain cannot be reached, and gives up in the end", async () => {
  const short = poolOf([away(), away()]);
  expect(await ask(short.pool)).toBe("answer");
  expect(short.asked()).toBe(3);
  const long = poolOf(Array.from({ length: 99 }, away));
  await expect(ask(long.pool)).rejects.toMatchObject({ code: "chain-unreachable" });
  expect(long.asked()).toBe(10);
});

test("a refusal is an answer: it is not asked again", async () => {
  const { pool, asked } = poolOf([new EndpointRefusedError("No.", 3, undefined, [])]);
  await expect(ask(pool)).rejects.toMatchObject({ code: "endpoint-refused" });
  expect(asked()).toBe(1);
});
