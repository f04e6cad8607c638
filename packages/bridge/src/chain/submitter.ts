import {
  type Address,
  bytes32,
  type ChainId,
  chainNumber,
  type Hex,
  parseShape,
} from "@ryugu/sdk/primitives";
import { describeRevert } from "@ryugu/sdk/transfer";
import { keccak256, type Signer, Transaction } from "ethers";
import { CallRevertedError } from "../domain/errors.ts";
import { MOST_GAS } from "../domain/gas.ts";
import type { Clock } from "../ports/clock.ts";
import type { Submitter } from "../ports/submitter.ts";
import { EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import type { EndpointPool } from "./pool.ts";
import { bigQuantity, quantity, rpcBlock, rpcReceipt } from "./rpc-shapes.ts";

export interface SubmitterOptions {
  chain: ChainId;
  account: Address;
  signer: Pick<Signer, "signTransaction">;
  pool: EndpointPool;
  clock: Clock;
}

/** Estimates are raised by a quarter: state may change before the transaction is mined. */
const MARGIN = { numerator: 5n, denominator: 4n };
/** A tip of 0.001 gwei: enough to be preferred over nothing. */
const TIP = 1_000_000n;

/** Signs with a key in memory and sends through a pool of JSON-RPC endpoints. */
export function rpcSubmitter(options: SubmitterOptions): Submitter {
  const { chain, account, signer, pool, clock } = options;
  const ask = (method: string, ...params: unknown[]) =>
    pool.any((endpoint) => endpoint.send({ method, params }));
  let legacy = false;

  return {
    chain,
    account,
    nextNonce: async () =>
      parseShape(quantity, await ask("eth_getTransactionCount", account, "latest"), "A nonce"),
    async marketFee() {
      const block = parseShape(
        rpcBlock,
        await ask("eth_getBlockByNumber", "latest", false),
        "A block",
      );
      if (block === null) throw new EndpointFailedError("The chain has no newest block.");
      const { baseFeePerGas: baseFee } = block;
      legacy = baseFee === undefined;
      if (baseFee !== undefined) return baseFee * 2n + TIP;
      return parseShape(bigQuantity, await ask("eth_gasPrice"), "The gas price");
    },
    async estimate({ to, data, value }) {
      const sent = value === undefined ? {} : { value: `0x${value.toString(16)}` };
      try {
        const answer = await ask("eth_estimateGas", { from: account, to, data, ...sent });
        return withMargin(parseShape(bigQuantity, answer, "A gas estimate"));
      } catch (cause) {
        throw asRevert(cause);
      }
    },
    async sign({ to, data, value = 0n, nonce, gas, maxFee }) {
      const fees = legacy
        ? { type: 0, gasPrice: maxFee }
        : { type: 2, maxFeePerGas: maxFee, maxPriorityFeePerGas: maxFee < TIP ? maxFee : TIP };
      const transaction = Transaction.from({
        chainId: chainNumber(chain),
        to,
        data,
        value,
        nonce,
        gasLimit: gas,
        ...fees,
      });
      const raw = (await signer.signTransaction(transaction)) as Hex;
      return { hash: bytes32(keccak256(raw)), raw, maxFee, time: clock.now() };
    },
    async broadcast(raw) {
      try {
        // Every endpoint is told: one that keeps a transaction to itself must not hold it up.
        await pool.broadcast((endpoint) =>
          endpoint.send({ method: "eth_sendRawTransaction", params: [raw] }),
        );
      } catch (error) {
        if (!isKnown(error)) throw error;
      }
    },
    async inclusion(hash) {
      const receipt = parseShape(
        rpcReceipt,
        await ask("eth_getTransactionReceipt", hash),
        "A receipt",
      );
      if (receipt === null) return undefined;
      const { blockNumber: block, gasUsed, effectiveGasPrice = 0n, status } = receipt;
      const reverted = status === undefined ? {} : { reverted: status === 0 };
      return { block, cost: gasUsed * effectiveGasPrice, ...reverted };
    },
    balance: async () =>
      parseShape(bigQuantity, await ask("eth_getBalance", account, "latest"), "A balance"),
  };
}

/** Raised, but not over what a transaction may have unless the estimate itself is. */
function withMargin(gas: bigint): bigint {
  const raised = (gas * MARGIN.numerator) / MARGIN.denominator;
  const most = BigInt(MOST_GAS);
  if (raised <= most) return raised;
  return gas > most ? gas : most;
}

/** Whether a node refused a transaction because it has it already, or has used its nonce. */
function isKnown(error: unknown): boolean {
  return (
    error instanceof EndpointRefusedError &&
    /already known|already imported|nonce too low|known transaction/i.test(error.message)
  );
}

function asRevert(cause: unknown): unknown {
  if (!(cause instanceof EndpointRefusedError)) return cause;
  if (cause.data === undefined && !/revert/i.test(cause.message)) return cause;
  return new CallRevertedError("The call would revert.", {
    cause,
    details: [
      `Reason: ${cause.data === undefined ? cause.details.at(-1) : describeRevert(cause.data)}`,
    ],
  });
}
