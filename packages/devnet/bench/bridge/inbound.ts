import { gatewayAbi } from "@ryugu/contracts";
import { Contract } from "ethers";
import { waitUntil } from "../../src/process/wait-until.ts";
import { sendOne } from "./send.ts";
import type { BenchStage } from "./stage.ts";

/** Nothing delivered for this long, and the run has failed; in milliseconds. */
const PATIENCE = 120_000;
const LOOK = 250;

/** The first transfer makes the collection known on the other side: two messages. */
export const WARM_UP = { id: 1n, messages: 2 } as const;

/** Sends the first token and waits for it. */
export async function warmUp(stage: BenchStage): Promise<void> {
  await sendOne(stage, WARM_UP.id);
  await untilDelivered(stage, stage.sentBefore + WARM_UP.messages);
}

/** The tokens that follow the first. */
export const idsAfterWarmUp = (count: number): bigint[] =>
  Array.from({ length: count }, (_, i) => WARM_UP.id + 1n + BigInt(i));

/** Waits while something is delivered now and then; throws when nothing is. */
export async function untilDelivered({ away, lane }: BenchStage, through: number): Promise<void> {
  const gateway = new Contract(away.gateway, gatewayAbi, away.provider).getFunction("inboundLane");
  for (let known = 0; known < through; ) {
    let delivered = known;
    const moved = await waitUntil(
      async () => {
        delivered = Number((await gateway(lane)).delivered);
        return delivered > known;
      },
      { timeout: PATIENCE, interval: LOOK },
    );
    if (!moved) throw new Error(`Only ${delivered} of ${through} messages were delivered.`);
    known = delivered;
  }
}
