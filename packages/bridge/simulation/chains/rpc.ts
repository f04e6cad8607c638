import type { Chain } from "@ryugu/contracts/model";
import type { Address, Hex } from "@ryugu/sdk/primitives";
import type { RpcRequest } from "../../src/chain/endpoint.ts";
import { custodyAddress } from "./addresses.ts";
import { nameAsWord, quantity, type SimBlock, type SimLog } from "./block.ts";
import { custodyCall, gatewayCall } from "./gateway-call.ts";
import { RpcRefusal } from "./refusal.ts";
import type { SimChain } from "./sim-chain.ts";
import { tokenCall } from "./token-call.ts";

/** What one endpoint has of a chain. */
export interface ChainView {
  blocks: readonly SimBlock[];
  /** The newest block under the `finalized` tag. */
  final: number;
}

/** A market of no gas price at all is a permissioned chain's. */
const ESTIMATE = 1_000_000n;

/**
 * Answers one JSON-RPC request as a chain's node that sees this view.
 *
 * @throws RpcRefusal
 */
export function answer(chain: SimChain, view: ChainView, { method, params }: RpcRequest): unknown {
  const [first, second] = params;
  switch (method) {
    case "eth_getBlockByNumber": {
      const block = blockAt(view, first);
      return block === undefined ? null : header(chain, block);
    }
    case "eth_getLogs":
      return logs(view, first as Record<"fromBlock" | "toBlock", string> & { topics: string[][] });
    case "eth_call": {
      const block = blockAt(view, second);
      if (block === undefined) throw new RpcRefusal("unknown block");
      const { to, data } = first as { to: Hex; data: Hex };
      return call(block.state, to.toLowerCase(), data);
    }
    case "eth_getTransactionCount":
      return quantity(tipOf(view).nonces.get(first as Address) ?? 0);
    case "eth_getBalance":
      return quantity(10n ** 18n);
    case "eth_gasPrice":
      return quantity(chain.baseFee);
    case "eth_estimateGas":
      return estimate(chain, tipOf(view), (first as { data: Hex }).data);
    case "eth_sendRawTransaction":
      return send(chain, first as Hex);
    case "eth_getTransactionReceipt": {
      const block = view.blocks.findLast(({ receipts }) => receipts.has(first as never));
      return block === undefined
        ? null
        : {
            blockNumber: quantity(block.number),
            blockHash: block.hash,
            gasUsed: quantity(ESTIMATE),
            effectiveGasPrice: quantity(block.baseFee),
          };
    }
    default:
      throw new RpcRefusal(`the method ${method} does not exist`);
  }
}

function tipOf({ blocks }: ChainView): SimBlock {
  const tip = blocks.at(-1);
  if (tip === undefined) throw new RpcRefusal("no blocks");
  return tip;
}

function blockAt(view: ChainView, which: unknown): SimBlock | undefined {
  if (which === "latest") return view.blocks.at(-1);
  if (which === "finalized") return view.blocks[Math.min(view.final, view.blocks.length - 1)];
  return view.blocks[Number(which)];
}

function header(chain: SimChain, { number, hash, time, baseFee }: SimBlock) {
  return {
    number: quantity(number),
    hash,
    timestamp: quantity(time),
    ...(chain.nature.hasBaseFee ? { baseFeePerGas: quantity(baseFee) } : {}),
  };
}

function logs(
  { blocks }: ChainView,
  { fromBlock, toBlock, topics }: Record<"fromBlock" | "toBlock", string> & { topics: string[][] },
): SimLog[] {
  const wanted = new Set(topics[0]);
  return blocks
    .slice(Number(fromBlock), Number(toBlock) + 1)
    .flatMap((block) => block.logs.filter((log) => wanted.has(log.topics[0] ?? "")));
}

/** What a contract answers: the zone's, or a token. */
function call(state: Chain, to: string, data: Hex): Hex {
  if (to === state.gateway) return gatewayCall(state, data);
  return to === custodyAddress(state.id) ? custodyCall(state, data) : tokenCall(state, to, data);
}

function estimate(chain: SimChain, block: SimBlock, data: Hex): Hex {
  const outcome = chain.preview(block, data);
  if (outcome?.done === true) return quantity(ESTIMATE);
  const reason = outcome === undefined ? "not a delivery" : outcome.refusal;
  throw new RpcRefusal(`execution reverted: ${reason}`, nameAsWord(0xdead));
}

function send(chain: SimChain, raw: Hex): string {
  const transaction = chain.transactionOf(raw);
  if (transaction === undefined) throw new RpcRefusal("malformed transaction");
  chain.mempool.add(transaction, chain.tip.nonces.get(transaction.from) ?? 0);
  return transaction.hash;
}
