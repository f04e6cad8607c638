import { creatorCollectionAbi } from "@ryugu/contracts";
import { isSameAddress } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { waitUntil } from "../../src/process/wait-until.ts";
import type { BenchStage } from "./stage.ts";

const token = new Interface(creatorCollectionAbi);
const AT_ONCE = 16;
const PATIENCE = { timeout: 60_000, interval: 250 };

/** What one node says of the bench's lane. */
export interface LaneView {
  laneId: string;
  head: string;
  finalCount: number;
  delivered: number;
}

/** Waits until all nodes say the same of the lane, with everything delivered; throws when they do not. */
export async function assertNodesAgree(stage: BenchStage, through: number): Promise<void> {
  const urls = stage.running.ready.partners.map(({ nodeUrl }) => nodeUrl);
  let views: (LaneView | undefined)[] = [];
  const agreed = await waitUntil(async () => {
    views = await Promise.all(urls.map((url) => viewOf(url, stage.lane).catch(() => undefined)));
    const heads = new Set(views.map((view) => view?.head));
    return heads.size === 1 && views.every((view) => view?.delivered === through);
  }, PATIENCE);
  if (!agreed) throw new Error(`The nodes do not agree: ${JSON.stringify(views)}`);
}

/** Asks a node how far a lane is. */
export async function viewOf(url: string, lane: string): Promise<LaneView | undefined> {
  const answer = await fetch(`${url}/v1/lanes`);
  const { lanes } = (await answer.json()) as { lanes: LaneView[] };
  return lanes.find(({ laneId }) => laneId === lane);
}

/** Asks the other chain for the owner of every token; answers the ids that are not where they should be. */
export async function misplaced(
  { away, representation, sender }: BenchStage,
  ids: readonly bigint[],
): Promise<bigint[]> {
  const wrong: bigint[] = [];
  let next = 0;
  const work = async () => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      const data = token.encodeFunctionData("ownerOf", [id]);
      const call = { to: representation, data };
      const answer = await away.provider.send("eth_call", [call, "latest"]).catch(() => undefined);
      if (answer === undefined || !isSameAddress(`0x${answer.slice(26)}`, sender.address))
        wrong.push(id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
}
