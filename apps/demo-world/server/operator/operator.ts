import type { Address } from "@ryugu/sdk/primitives";
import {
  isError,
  keccak256,
  type TransactionReceipt,
  type TypedDataDomain,
  type TypedDataField,
} from "ethers";
import { WorldChainError } from "../chain/errors.ts";
import { AnswerableError, ServerBusyError } from "../http/errors.ts";
import type { Log } from "../log.ts";
import {
  GasTooMuchError,
  SponsorEmptyError,
  TransactionPendingError,
  TransactionRevertedError,
} from "./errors.ts";
import { feesNow, priceOf, raisedFees } from "./fees.ts";
import type { OperatorLedger, SignedTransaction } from "./ledger.ts";
import type { OperatorChain } from "./operator-chain.ts";

/** Something to be sent with the operator's key. */
export interface Order {
  /** What it is for. The same key is never signed twice: asking again waits for the first one. */
  readonly key: string;
  readonly to: string;
  readonly value?: bigint;
  readonly data?: string;
  /** More gas than this is not paid for: a stranger's contract can burn any amount. No limit where left out. */
  readonly mostGas?: bigint;
}

/** Signs EIP-712 data with the operator's key: a word that costs nothing, and no transaction. */
export type SignTypedData = (
  domain: TypedDataDomain,
  types: Record<string, TypedDataField[]>,
  message: Record<string, unknown>,
) => Promise<string>;

/** The operator's key as the server's parts use it: the one writer of all its transactions. */
export interface Operator {
  readonly address: Address;
  readonly chain: OperatorChain;
  /** What was signed under a key. */
  find(key: string): SignedTransaction | undefined;
  /**
   * Signs an order, keeps it, and sends it, unless its key was signed before.
   *
   * @throws ServerBusyError, WorldChainError, SponsorEmptyError, GasTooMuchError before anything was signed
   * @throws ethers' CALL_EXCEPTION where the chain would refuse it
   */
  submit(order: Order): Promise<SignedTransaction>;
  /**
   * Waits until a block has taken what was signed under a key.
   *
   * @throws TransactionPendingError when that takes too long, TransactionRevertedError
   */
  settled(key: string): Promise<TransactionReceipt>;
  readonly signTypedData: SignTypedData;
  close(): void;
}

/** What an operator is made of. */
export interface OperatorParts {
  readonly address: Address;
  readonly chain: OperatorChain;
  readonly ledger: OperatorLedger;
  readonly sign: (transaction: object) => Promise<string>;
  readonly signTypedData: SignTypedData;
  readonly log: Log;
  readonly now: () => number;
  readonly settings?: Partial<OperatorSettings>;
}

/** Times in milliseconds. */
export interface OperatorSettings {
  /** How often the chain is looked at while something waits. */
  readonly interval: number;
  /** How often otherwise: a chain that was killed may have forgotten something. */
  readonly idleInterval: number;
  /** After this long without a block a transaction's fee is raised. */
  readonly stuckAfter: number;
  /** How long somebody waits for a block. */
  readonly patience: number;
  /** How many may be on their way at once. */
  readonly most: number;
}

const SETTINGS: OperatorSettings = {
  interval: 250,
  idleInterval: 5_000,
  stuckAfter: 15_000,
  patience: 45_000,
  most: 64,
};

/**
 * Opens the operator's queue. Whatever an earlier run signed is sent again until a block has it, so that a crash
 * after signing loses nothing and, since every key has one nonce, repeats nothing.
 */
export function openOperator(parts: OperatorParts): Operator {
  const { chain, ledger, log, now } = parts;
  const settings = { ...SETTINGS, ...parts.settings };
  let line: Promise<unknown> = Promise.resolve();
  let asked = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  /** One at a time: whoever signs has seen every nonce before theirs. */
  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  }

  async function signNew(order: Order): Promise<SignedTransaction> {
    const known = ledger.find(order.key);
    if (known !== undefined) return known;
    const { to, value = 0n, data = "0x" } = order;
    const [gas, feeData, mined, balance] = await Promise.all([
      chain.estimateGas({ from: parts.address, to, value, data }),
      chain.getFeeData(),
      chain.getTransactionCount(parts.address, "latest"),
      chain.getBalance(parts.address),
    ]);
    const fees = feesNow(feeData);
    const nonce = Math.max(mined, ledger.nextNonce());
    const gasLimit = (gas * 5n) / 4n;
    if (order.mostGas !== undefined && gasLimit > order.mostGas) {
      throw new GasTooMuchError("This would use more gas than the platform pays for.", {
        details: [`Gas: ${gasLimit}`, `Limit: ${order.mostGas}`],
      });
    }
    // What cannot be paid must not be signed: it would hold up everything behind it.
    const waiting = ledger.waiting().reduce((sum, one) => sum + mostOf(one), 0n);
    if (balance < waiting + mostOf({ value, gasLimit, fees })) {
      throw new SponsorEmptyError("The platform has no more coins to pay with.");
    }
    const raw = await signRaw({ nonce, to, value, data, gasLimit, fees });
    const { key } = order;
    const signed = { key, to, nonce, value, data, gasLimit, fees, raw, hash: keccak256(raw) };
    ledger.insert({ ...signed, signedAt: now() });
    return { ...signed, earlier: [], signedAt: now(), state: "sent" };
  }

  async function signRaw({
    nonce,
    to,
    value,
    data,
    gasLimit,
    fees,
  }: Pick<SignedTransaction, "nonce" | "to" | "value" | "data" | "gasLimit" | "fees">) {
    const { chainId } = await chain.getNetwork();
    return parts.sign({ nonce, to, value, data, gasLimit, chainId, ...fees });
  }

  /** Sends what is signed. A node that knows it already, or has mined it, says so; that is no failure. */
  async function broadcast({ raw }: SignedTransaction): Promise<void> {
    await chain.send("eth_sendRawTransaction", [raw]).catch(() => undefined);
  }

  async function look(): Promise<void> {
    const mined = await chain.getTransactionCount(parts.address, "latest");
    const waiting = ledger.waiting();
    // A chain that was killed goes back some blocks: what it forgot is sent again, in order.
    const forgotten = ledger.from(mined).filter(({ state }) => state !== "sent");
    for (const { nonce, hash } of forgotten) ledger.settle(nonce, "sent", hash);
    for (const transaction of [...forgotten, ...waiting]) await lookAt(transaction, mined);
  }

  async function lookAt(transaction: SignedTransaction, mined: number): Promise<void> {
    const { nonce, hash, earlier, signedAt } = transaction;
    if (nonce < mined) {
      for (const name of [hash, ...earlier]) {
        const receipt = await chain.getTransactionReceipt(name);
        if (receipt === null) continue;
        ledger.settle(nonce, receipt.status === 1 ? "mined" : "reverted", receipt.hash);
        return;
      }
      return;
    }
    if ((await chain.getTransaction(hash)) === null) await broadcast(transaction);
    if (now() - signedAt > settings.stuckAfter) await raise(transaction);
  }

  async function raise(transaction: SignedTransaction): Promise<void> {
    const fees = raisedFees(transaction.fees, feesNow(await chain.getFeeData()));
    if (fees === undefined) return;
    const raw = await signRaw({ ...transaction, fees });
    const hash = keccak256(raw);
    ledger.replace(transaction.nonce, { fees, raw, hash, signedAt: now() });
    chain.renamed(transaction.hash, hash);
    log("operator-fee-raised", { nonce: transaction.nonce });
    await broadcast({ ...transaction, raw });
  }

  /** Looks at the chain: often while something waits, now and then otherwise. */
  function watch(delay: number): void {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => {
      inLine(look)
        .catch(() => undefined)
        .finally(() => {
          if (!closed)
            watch(ledger.waiting().length > 0 ? settings.interval : settings.idleInterval);
        });
    }, delay);
  }

  watch(settings.interval);
  return {
    address: parts.address,
    chain,
    find: (key) => ledger.find(key),
    signTypedData: parts.signTypedData,
    async submit(order) {
      if (asked >= settings.most) throw new ServerBusyError("The platform has much to send now.");
      asked += 1;
      try {
        const signed = await inLine(() => signNew(order));
        await broadcast(signed);
        watch(settings.interval);
        return signed;
      } catch (error) {
        throw named(error);
      } finally {
        asked -= 1;
      }
    },
    async settled(key) {
      const until = now() + settings.patience;
      while (!closed && now() < until) {
        const row = ledger.find(key);
        if (row !== undefined && row.state !== "sent") return await receiptOf(chain, row);
        await new Promise((done) => setTimeout(done, settings.interval));
      }
      throw new TransactionPendingError("The chain has not taken the transaction yet.");
    },
    close() {
      closed = true;
      clearTimeout(timer);
      chain.destroy();
    },
  };
}

/** The most that a transaction may cost. */
const mostOf = ({
  value,
  gasLimit,
  fees,
}: Pick<SignedTransaction, "value" | "gasLimit" | "fees">): bigint =>
  value + gasLimit * priceOf(fees);

async function receiptOf(
  chain: OperatorChain,
  { hash, state }: SignedTransaction,
): Promise<TransactionReceipt> {
  if (state === "reverted") {
    throw new TransactionRevertedError("The chain refused the platform's transaction.", {
      details: [`Transaction: ${hash}`],
    });
  }
  const receipt = await chain.getTransactionReceipt(hash).catch((error) => {
    throw named(error);
  });
  if (receipt !== null) return receipt;
  throw new TransactionPendingError("The chain has gone back, and takes the transaction again.");
}

/** What goes wrong on the way to a signature, by name. A call that the chain would refuse stays what it is. */
function named(error: unknown): unknown {
  if (error instanceof AnswerableError || isError(error, "CALL_EXCEPTION")) return error;
  if (isError(error, "INSUFFICIENT_FUNDS") || /insufficient funds/i.test(String(error))) {
    return new SponsorEmptyError("The platform has no more coins to pay with.", { cause: error });
  }
  const isNetwork = ["NETWORK_ERROR", "TIMEOUT", "SERVER_ERROR", "UNKNOWN_ERROR"] as const;
  const isSystem =
    error instanceof Error && "code" in error && /^E[A-Z]+$/.test(String(error.code));
  if (isSystem || isNetwork.some((code) => isError(error, code))) {
    return new WorldChainError("The platform's chain does not answer.", { cause: error });
  }
  return error;
}
