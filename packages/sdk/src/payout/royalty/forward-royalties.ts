import { Interface, type JsonRpcApiProvider, type Signer } from "ethers";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  chainNumber,
  type Hex,
  readLogs,
} from "../../primitives/index.ts";
import { type Zone, zoneChain } from "../../zone/index.ts";
import { askProvider, callView, sendCall } from "../chain-call.ts";
import { PayoutRefusedError } from "../errors.ts";
import { eventsOf, foundLogs, receiptLogs } from "../event-log.ts";
import type { ContractLocation } from "../location.ts";
import type { RoyaltyRouter } from "./find-routers.ts";
import { ROUTER, ROYALTY_CUSTODY, ROYALTY_GATEWAY } from "./royalty-abi.ts";

/** Royalties that a router has sent home. */
export interface ForwardedRoyalties {
  /** Their message: `claimTransfer` and `followTransfer` know it. */
  readonly messageId: Bytes32;
  /** As it is on the router's chain. */
  readonly currency: Address;
  /** In the currency's units. */
  readonly amount: bigint;
  readonly transaction: Hex;
  readonly block: number;
}

const TOKEN = /* @__PURE__ */ (() =>
  new Interface(["function balanceOf(address) view returns (uint256)"]))();

/** What waits in a router to be sent home, in the currency's units. Throws PayoutUnavailableError, PayoutRefusedError. */
export function readWaitingRoyalties(
  router: RoyaltyRouter,
  provider: JsonRpcApiProvider,
  currency: Address,
): Promise<bigint> {
  return callView({ address: currency, provider }, TOKEN, "balanceOf", router.address);
}

/**
 * Has a router send all that waits of a currency home, and makes it before where nobody has. Anyone may: the signer pays the gas and the
 * lane's fee, and the money goes to nobody but the receiver.
 *
 * @throws PayoutRefusedError (`NothingToForward`, or the gateway's reason), PayoutUnavailableError, PayoutChainError, NotInZoneError
 */
export async function forwardRoyalties(
  zone: Zone,
  router: RoyaltyRouter,
  { signer, provider }: { readonly signer: Signer; readonly provider: JsonRpcApiProvider },
  currency: Address,
): Promise<ForwardedRoyalties> {
  const { chain } = router;
  const at = (account: Address): ContractLocation => ({ chain, address: account, provider });
  const gateway = at(zoneChain(zone, chain).gateway);
  const home = chainNumber(router.homeChain);
  const isMade = async () => (await askProvider(provider.getCode(router.address))) !== "0x";
  // A call of an account without code does nothing, and the fee would be lost.
  if (!(await isMade())) {
    const custody = at(address(await callView(gateway, ROYALTY_GATEWAY, "custody")));
    const args = [home, router.homeToken, router.receiver];
    const call = { what: "The making of the router", name: "createRoyaltyRouter", args };
    await sendCall(custody, signer, ROYALTY_CUSTODY, call).catch(async (error: unknown) => {
      // Somebody else may have made it meanwhile.
      if (!(error instanceof PayoutRefusedError) || !(await isMade())) throw error;
    });
  }
  const { fee } = await callView(gateway, ROYALTY_GATEWAY, "termsOf", home);
  const call = { what: "The sending home", name: "forward", args: [currency], value: fee };
  const receipt = await sendCall(at(router.address), signer, ROUTER, call);
  const [sent] = forwardedIn(router, receiptLogs(receipt));
  if (sent !== undefined) return sent;
  throw new PayoutRefusedError(undefined, "The transaction succeeded without sending anything.", {
    details: [`Transaction: ${receipt.hash}`, `Is ${router.address} a router?`],
  });
}

/**
 * All that a router has ever sent home, by its chain's logs, oldest first.
 *
 * @throws PayoutUnavailableError, LogsRefusedError, NotInZoneError
 */
export async function findForwarded(
  zone: Zone,
  router: RoyaltyRouter,
  provider: JsonRpcApiProvider,
): Promise<ForwardedRoyalties[]> {
  const topics = [ROUTER.getEvent("RoyaltiesForwarded")?.topicHash ?? null];
  const fromBlock = zoneChain(zone, router.chain).startBlock;
  const filter = { address: router.address, topics, fromBlock };
  return forwardedIn(router, foundLogs(await askProvider(readLogs(provider, filter))));
}

function forwardedIn(
  router: RoyaltyRouter,
  logs: ReturnType<typeof foundLogs>,
): ForwardedRoyalties[] {
  return eventsOf(router.address, ROUTER, logs).map(({ event: { args }, place }) => ({
    messageId: bytes32(args.messageId),
    currency: address(args.token),
    amount: args.amount,
    transaction: place.transaction,
    block: place.block,
  }));
}
