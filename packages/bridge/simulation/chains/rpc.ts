import { gatewayAbi } from "@ryugu/contracts";
import type { Chain, ValidatorSet } from "@ryugu/contracts/model";
import { type Address, chainId, type Hex } from "@ryugu/sdk/primitives";
import { Interface, id } from "ethers";
import type { RpcRequest } from "../../src/chain/endpoint.ts";
import { nameAsWord, quantity, type SimBlock, type SimLog } from "./block.ts";
import { word } from "./logs.ts";
import { RpcRefusal } from "./refusal.ts";
import type { SimChain } from "./sim-chain.ts";

/** What one endpoint has of a chain. */
export interface ChainView {
  blocks: readonly SimBlock[];
  /** The newest block under the `finalized` tag. */
  final: number;
}

const gateway = new Interface(gatewayAbi);
const OUTBOUND = gateway.getFunction("outboundLane")?.selector;
const INBOUND = gateway.getFunction("inboundLane")?.selector;
const VAULT = gateway.getFunction("vaultOf")?.selector;
const VALIDATORS = gateway.getFunction("validatorSet")?.selector;

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
      return call(block.state, (first as { data: Hex }).data);
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

function call(state: Chain, data: Hex): Hex {
  const argument = `0x${data.slice(10)}`;
  switch (data.slice(0, 10)) {
    case OUTBOUND: {
      const lane = [...state.outgoing.values()].find((each) => each.id === argument);
      return words(lane?.head ?? 0, lane?.log.length ?? 0, 0, lane?.retired, lane?.closed);
    }
    case INBOUND: {
      const lane = [...state.incoming.values()].find((each) => each.id === argument);
      const { head = 0, delivered = 0, anchor = 0, claimedAhead = 0 } = lane ?? {};
      const halted = lane?.haltedAt !== undefined;
      return words(head, delivered, anchor, 0, claimedAhead, 0, halted, lane?.closed);
    }
    case VAULT:
      return `0x${id(`vault ${chainId(Number(argument))}`)
        .slice(26)
        .padStart(64, "0")}`;
    case VALIDATORS:
      return setOf(state.council.current);
    default:
      throw new RpcRefusal("execution reverted", "0x");
  }
}

const sets = new WeakMap<ValidatorSet, Hex>();

/** Encoding a set takes longer than a whole block; there are few of them. */
function setOf(set: ValidatorSet): Hex {
  const { epoch, quorum, validators } = set;
  const known =
    sets.get(set) ??
    (gateway.encodeFunctionResult("validatorSet", [
      epoch,
      nameAsWord(epoch),
      quorum,
      validators,
    ]) as Hex);
  sets.set(set, known);
  return known;
}

function words(...values: readonly (string | number | boolean | undefined)[]): Hex {
  const texts = values.map((value) =>
    typeof value === "string" ? value.slice(2) : word(Number(value ?? 0)).slice(2),
  );
  return `0x${texts.join("")}`;
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
