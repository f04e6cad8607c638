import { creatorCollectionAbi } from "@ryugu/contracts";
import type { ContentStore } from "@ryugu/sdk/content";
import { splitAddress } from "@ryugu/sdk/payout";
import type { Address, ChainId } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { openKey } from "../operator/open-key.ts";
import type { Operator } from "../operator/operator.ts";
import type { Picture } from "../pictures/picture-shelf.ts";
import { collectionPlan } from "../setup/contracts.ts";
import { ensureDeployed } from "../setup/deploy.ts";
import { mintCall, mintedToken } from "../setup/minted.ts";
import { ensureSplit } from "../setup/split.ts";
import { publishWork } from "./publish-work.ts";
import type { WorkPlan } from "./read-work.ts";
import type { KeptWork, MadeWork } from "./work-book.ts";

const COLLECTION = new Interface(creatorCollectionAbi);

/** What works are made with. */
export interface WorkTools {
  readonly slug: string;
  readonly chain: ChainId;
  /** What makes the splits of their creators. */
  readonly splits: Address;
  readonly operator: Operator;
  readonly content: ContentStore;
}

/** Where the money for a work will go: known before anything is made. */
export const splitOf = (splits: Address, { creators }: WorkPlan): Address =>
  splitAddress(splits, {
    shares: creators.map(({ account, basisPoints }) => ({
      payee: account,
      weight: basisPoints,
      nested: false,
    })),
  });

/**
 * Makes a work: its creators' split and its own collection, its one token minted to its maker, and the collection handed over to
 * them. Each step is known by what it makes or by its key, so that whoever begins anew goes on where it was left, and nothing is
 * made twice.
 *
 * @throws what the operator throws
 */
export async function makeWork(
  { slug, chain, splits, operator, content }: WorkTools,
  { id, account, plan }: KeptWork,
  picture: Picture,
): Promise<MadeWork> {
  const creators = splitOf(splits, plan);
  const shares = plan.creators.map(({ account: payee, basisPoints }) => ({ payee, basisPoints }));
  const words = { name: plan.title, symbol: "WORK", owner: operator.address, creators };
  const [split, collection, uri] = await Promise.all([
    ensureSplit(operator, splits, shares),
    ensureDeployed(operator, collectionPlan(`${slug}/work/${id}`, words)),
    publishWork(content, plan, picture, { chain, split: creators }),
  ]);
  const step = async (name: string, data: string) => {
    const key = openKey(operator, `work:${id}:${name}`);
    await operator.submit({ key, to: collection, data });
    return await operator.settled(key);
  };
  const tokenId = mintedToken(await step("mint", mintCall(account, uri)), collection);
  await step("hand-over", COLLECTION.encodeFunctionData("transferOwnership", [account]));
  return { split, collection, tokenId };
}
