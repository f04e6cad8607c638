import type { JsonRpcProvider } from "ethers";
import { expect, test } from "vitest";
import { type CrossingHealth, createHealth, watchChains } from "./crossing-health.ts";

test("nodes that answer do not hide a chain that is silent, nor the other way round", () => {
  const told: CrossingHealth[] = [];
  const hear = createHealth((health) => told.push(health));
  hear("nodes", true);
  hear("nodes", false);
  hear("nodes", false);
  hear("chains", false);
  hear("nodes", true);
  hear("chains", true);
  expect(told).toEqual(["nodes-unreachable", "chain-unreachable", "well"]);
});

test("one silent chain of two is silence, and nothing is told after the end", async () => {
  const end = new AbortController();
  const told: boolean[] = [];
  const provider = (id: string) =>
    ({
      getBlockNumber: async () => {
        if (id === "eip155:2") throw new Error("refused");
        return 1;
      },
    }) as JsonRpcProvider;
  await watchChains(
    { provider },
    ["eip155:1", "eip155:2"],
    (doAnswer) => {
      told.push(doAnswer);
      end.abort();
    },
    end.signal,
  );
  expect(told).toEqual([false]);
});
