import { type ForwardedRoyalties, findForwarded, type RoyaltyRouter } from "@ryugu/sdk/payout";
import { isSameAddress } from "@ryugu/sdk/primitives";
import {
  anyArchive,
  chainArchive,
  claimTransfer,
  type EndedTransfer,
  type MessageArchive,
  nodeArchive,
  ProofIncompleteError,
  retryTransfer,
} from "@ryugu/sdk/transfer";
import { zoneChain } from "@ryugu/sdk/zone";
import { GATEWAY_ABI } from "../../chain/abi.ts";
import { readContract } from "../../chain/read-contract.ts";
import { onChain } from "../sources.ts";
import { type CollectContext, searched } from "./context.ts";
import { type Collected, collectOne, type Done, type Left } from "./outcome.ts";

/** Ends the messages by which a router has sent royalties, as far as their signatures can be had. */
export async function* deliverFrom(
  context: CollectContext,
  router: RoyaltyRouter,
): AsyncGenerator<Collected, void, void> {
  const { zone, chains, currencies } = context;
  const { chain, homeChain, receiver } = router;
  const archives = archivesOf(context);
  const sent = yield* searched(context, chain, () =>
    findForwarded(zone, router, chains.providerOf(chain)),
  );
  for (const message of sent ?? []) {
    const counted = currencies.find(
      (it) => it.chain === chain && isSameAddress(it.address, message.currency),
    );
    if (counted === undefined) continue;
    const stands = () => stateOf(context, router, archives, message);
    const state = yield* searched(context, homeChain, stands);
    if (state === undefined || state === "ended") continue;
    const { messageId, amount } = message;
    const [currency] = onChain(
      homeChain,
      currencies.filter(({ home }) => home === counted.home),
    );
    const what = { step: "delivery" as const, chain: homeChain, place: receiver, messageId };
    yield await collectOne(
      { ...what, amount, ...(currency !== undefined && { currency }) },
      {
        act: () => end(context, router, archives, message, state),
        isLeft: async () => (await stands()) !== "ended",
      },
      context.persist,
    );
  }
}

/** The chains themselves first: nodes may all be dead. */
function archivesOf({ zone, chains, fetch }: CollectContext): MessageArchive[] {
  const nodes = zone.manifest.partners.map(({ nodeUrl }) => nodeUrl);
  return [chainArchive(zone, chains.provider), nodeArchive(nodes, { fetch })];
}

async function stateOf(
  { zone, chains }: CollectContext,
  { homeChain }: RoyaltyRouter,
  archives: readonly MessageArchive[],
  { messageId }: ForwardedRoyalties,
): Promise<"waiting" | "parked" | "ended"> {
  const { gateway } = zoneChain(zone, homeChain);
  const read = readContract(gateway, GATEWAY_ABI, chains.providerOf(homeChain));
  if (BigInt(String((await read("parkedMessage", messageId)) ?? 0)) !== 0n) return "parked";
  const found = await anyArchive(archives).find(messageId);
  // The log of its sending was just read: another endpoint is behind, and the next run will see it.
  if (found === undefined) return "waiting";
  const isConsumed = await read("isConsumed", found.laneId, found.sequence, messageId);
  return isConsumed === true ? "ended" : "waiting";
}

async function end(
  context: CollectContext,
  { homeChain }: RoyaltyRouter,
  archives: readonly MessageArchive[],
  { messageId }: ForwardedRoyalties,
  state: "waiting" | "parked",
): Promise<Done | Left> {
  const { zone, attestations, fetch } = context;
  const signer = context.signerOn(homeChain);
  const proof = { archives, nodes: { fetch }, ...(attestations && { attestations }) };
  try {
    const ended: EndedTransfer =
      state === "parked"
        ? await retryTransfer(zone, signer, messageId, { archives })
        : await claimTransfer(zone, signer, messageId, proof);
    if (ended.state === "delivered") return { state: "done", transaction: ended.transaction };
    return {
      state: "waiting",
      why: "It came too late, and goes back to the router: send it home again once it is there.",
    };
  } catch (error) {
    if (!(error instanceof ProofIncompleteError)) throw error;
    const why = "Too few validators' signatures on it can be had now. Bring them: --attestations.";
    return { state: "waiting", why, code: error.code };
  }
}
