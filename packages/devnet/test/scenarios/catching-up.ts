import { expect, test } from "vitest";
import { stageOn } from "../../bench/bridge/stage.ts";
import { catchUp } from "../../bench/catch-up/run-catch-up.ts";
import type { RunningZone } from "../../src/index.ts";

const MESSAGES = 200;

/** A compact `npm run bench:catch-up`: it throws unless every token arrived and all nodes say so. */
export function catchingUp(zone: () => RunningZone): void {
  test("five nodes start after much was sent and deliver it all; one begins anew and knows it all", async () => {
    const stage = await stageOn(zone(), MESSAGES + 1);
    try {
      await expect(catchUp(stage, MESSAGES)).resolves.toMatchObject({ messages: MESSAGES });
    } finally {
      stage.home.provider.destroy();
      stage.away.provider.destroy();
    }
  });
}
