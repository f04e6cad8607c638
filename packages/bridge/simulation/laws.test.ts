import { expect, test } from "vitest";
import { crashes, outages } from "./faults/crashes.ts";
import { backups } from "./faults/disks.ts";
import { rewrites } from "./faults/reorgs.ts";
import { liars } from "./faults/rpc.ts";
import type { Plant } from "./plant.ts";
import { type RunOptions, run, SHORT } from "./run.ts";

/** Other tests may need the machine meanwhile. */
const TIMEOUT = 300_000;
/** The most seeds that are tried until a planted bug shows. */
const MOST = 25;

/** Plays seeds until a law breaks, and names it. */
async function firstBroken(
  from: number,
  options: Omit<RunOptions, "seed">,
): Promise<string | undefined> {
  for (let seed = from; seed < from + MOST; seed++) {
    const { broken } = await run({ seed, shape: { ...SHORT, patience: 60_000 }, ...options });
    if (broken !== undefined) return broken.law;
  }
  return undefined;
}

const PLANTED: readonly {
  bug: string;
  /** The first seed that is tried: where it showed when this was written. */
  from?: number;
  law: string;
  plant: Plant;
  faults: RunOptions["faults"];
}[] = [
  {
    bug: "what is sent stays with its holder",
    law: "1",
    plant: { rules: { takesOnSend: false } },
    faults: [],
  },
  {
    bug: "what was claimed is delivered too",
    from: 2,
    law: "1",
    plant: { rules: { skipsClaimed: false } },
    faults: [outages],
  },
  {
    bug: "one endpoint is believed",
    from: 4,
    law: "3 (signs only what is final)",
    plant: { agreement: 1 },
    faults: [liars],
  },
  {
    bug: "the guard forgets, and lets everything pass",
    from: 3,
    law: "3 (never two heads)",
    plant: {
      store: () => ({ reserve: async (places) => places.map(() => ({ free: true })) }),
    },
    faults: [rewrites, backups],
  },
  {
    bug: "the archive gives signatures of other places",
    law: "5",
    plant: {
      store: (store) => ({
        async attestations(laneId, query) {
          const found = await store.attestations(laneId, query);
          return found.map((each, i) => ({
            ...each,
            signature: found[(i + 1) % found.length]?.signature ?? each.signature,
          }));
        },
      }),
    },
    faults: [],
  },
  {
    bug: "quorums are not found",
    law: "7 (none stuck)",
    plant: { store: () => ({ attestedCheckpoints: async () => [] }) },
    faults: [],
  },
  {
    bug: "an audit puts together what chains said at different moments",
    law: "reserves (no false alarm)",
    plant: {
      store: (store) => ({
        ledgers: (pair, { home, counterpart }) =>
          store.ledgers(pair, { home, counterpart: Math.max(0, counterpart - 3) }),
      }),
    },
    faults: [],
  },
  {
    bug: "an audit leaves a collection out",
    law: "reserves (every vault counted)",
    plant: {
      store: (store) => ({
        ledgers: async (pair, at) => (await store.ledgers(pair, at))?.slice(1),
      }),
    },
    faults: [],
  },
  {
    bug: "transactions are not stored before they are sent",
    law: "7 (no nonce twice)",
    plant: { store: () => ({ addSubmission: async () => undefined }) },
    faults: [crashes],
  },
];

test.each(PLANTED)(
  "$bug: law $law notices",
  async ({ law, plant, faults = [], from = 1 }) => {
    expect(await firstBroken(from, { plant, faults })).toBe(law);
  },
  TIMEOUT,
);

test("while nothing goes wrong, nothing is paid for nothing", async () => {
  for (const seed of [1, 2, 3]) {
    const { broken, payments } = await run({ seed, faults: [] });
    expect(broken).toBeUndefined();
    expect(payments).toMatchObject({ useless: 0 });
    expect(payments.deliveries).toBeGreaterThan(3);
  }
});
