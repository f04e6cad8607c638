import { RyuguError } from "@ryugu/sdk/errors";
import {
  type Currency,
  cashOutReturnTypedData,
  isCashOutSignedByKey,
  type SignedCashOut,
} from "@ryugu/sdk/payout";
import { type Address, address, type Bytes32, bytes32 } from "@ryugu/sdk/primitives";
import {
  Interface,
  isError,
  type Log,
  type Provider,
  Signature,
  type Wallet,
  zeroPadValue,
} from "ethers";
import { ChainRpcError } from "../errors.ts";
import { RedemptionRefusedError } from "./errors.ts";
import type { Payment, RedemptionChain } from "./redemption-chain.ts";

/** What the redemption account's chain is made of. */
export interface EthersChainOptions {
  readonly provider: Provider;
  /** The redemption account's key, with the provider. */
  readonly wallet: Wallet;
  readonly currency: Currency;
  /** How many blocks on top make a block final, or the chain's own tag. */
  readonly finality: number | "finalized";
}

const MOVED = "address,address,uint256,uint256,uint256,bytes32";
/** By a key's word (ERC-3009), and by a contract's (ERC-7598): two functions of one name. */
const RECEIVE = `receiveWithAuthorization(${MOVED},uint8,bytes32,bytes32)`;
const RECEIVE_OF_CONTRACT = `receiveWithAuthorization(${MOVED},bytes)`;
const GIVE = `transferWithAuthorization(${MOVED},uint8,bytes32,bytes32)`;
const TOKEN = new Interface([
  "event Transfer(address indexed from, address indexed to, uint256 value)",
  "event AuthorizationUsed(address indexed authorizer, bytes32 indexed nonce)",
  "function authorizationState(address, bytes32) view returns (bool)",
  ...[RECEIVE, RECEIVE_OF_CONTRACT, GIVE].map((signature) => `function ${signature}`),
]);
const topicOf = (name: string) => TOKEN.getEvent(name)?.topicHash ?? "";
const [TRANSFER, USED] = [topicOf("Transfer"), topicOf("AuthorizationUsed")];
/** Blocks whose logs are asked for at once. */
const RANGE = 2_000;
/** How long a transaction may take before it is sent again, in milliseconds. */
const RESEND_AFTER = 30_000;
/** Its own authorization is sent in at once; that it never lapses harms nobody. */
const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** The redemption account over an RPC endpoint that is trusted: the issuer's own. */
export function ethersChain(options: EthersChainOptions): RedemptionChain {
  const { provider, wallet, currency, finality } = options;
  const redemption = address(wallet.address);
  const sentAt = new Map<string, number>();

  const final = async () => {
    const at =
      finality === "finalized"
        ? finality
        : Math.max(0, (await provider.getBlockNumber()) - finality);
    const block = await provider.getBlock(at);
    if (block === null) throw new ChainRpcError("The chain has no final block.");
    return { number: block.number, time: block.timestamp };
  };

  const isUsed = async (authorizer: Address, nonce: string, block: number | "latest") => {
    const data = TOKEN.encodeFunctionData("authorizationState", [authorizer, nonce]);
    const answer = await provider.call({ to: currency.address, data, blockTag: block });
    return TOKEN.decodeFunctionResult("authorizationState", answer)[0] === true;
  };

  /** Sends an authorization in, unless it was just sent or is used by now. */
  const send = async (
    name: string,
    authorizer: Address,
    nonce: string,
    args: readonly unknown[],
  ) => {
    if (Date.now() < (sentAt.get(nonce) ?? 0) + RESEND_AFTER) return;
    if (await isUsed(authorizer, nonce, "latest")) return;
    const data = TOKEN.encodeFunctionData(name, args);
    await wallet.sendTransaction({ to: currency.address, data });
    sentAt.set(nonce, Date.now());
  };

  const paymentOf = (id: Bytes32, { payee, units, validAfter, validBefore }: SignedCashOut) => [
    ...[payee, redemption, units, validAfter, validBefore, id],
  ];

  const takesContract = async (id: Bytes32, signed: SignedCashOut) => {
    const args = [...paymentOf(id, signed), signed.signature];
    const data = TOKEN.encodeFunctionData(RECEIVE_OF_CONTRACT, args);
    try {
      await provider.call({ from: redemption, to: currency.address, data });
      return true;
    } catch (error) {
      if (isError(error, "CALL_EXCEPTION")) return false;
      throw error;
    }
  };

  return {
    final: () => asked(final()),
    isUsed: (authorizer, nonce, block) => asked(isUsed(authorizer, nonce, block)),
    payments: (after, through) =>
      asked(readPayments(provider, currency.address, redemption, after, through)),
    takesContract: (id, signed) => asked(takesContract(id, signed)),
    async collect(id, signed) {
      const { payee, signature } = signed;
      const args = paymentOf(id, signed);
      if (!isCashOutSignedByKey(signed, currency)) {
        return asked(send(RECEIVE_OF_CONTRACT, payee, id, [...args, signature]));
      }
      const { v, r, s } = Signature.from(signature);
      await asked(send(RECEIVE, payee, id, [...args, v, r, s]));
    },
    async giveBack({ id, payee, units }) {
      const back = { id, from: redemption, to: payee, units, validBefore: FOR_EVER };
      const { domain, types, message } = cashOutReturnTypedData(currency, back);
      const { v, r, s } = Signature.from(await wallet.signTypedData(domain, types, message));
      const nonce = `${message.nonce}`;
      const args = [redemption, payee, units, 0, FOR_EVER, nonce, v, r, s];
      await asked(send(GIVE, redemption, nonce, args));
    },
  };
}

/** What the chain did not do, as an error that says whether it may be asked again. */
async function asked<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (cause) {
    if (cause instanceof RyuguError) throw cause;
    if (isError(cause, "CALL_EXCEPTION")) {
      throw new RedemptionRefusedError("The token refused a payment.", { cause });
    }
    throw new ChainRpcError("The chain gave no answer.", { cause });
  }
}

async function readPayments(
  provider: Provider,
  token: Address,
  redemption: Address,
  after: number,
  through: number,
): Promise<Payment[]> {
  const payments: Payment[] = [];
  const topics = [TRANSFER, null, zeroPadValue(redemption, 32)];
  for (let fromBlock = after + 1; fromBlock <= through; fromBlock += RANGE) {
    const toBlock = Math.min(through, fromBlock + RANGE - 1);
    for (const log of await provider.getLogs({ address: token, topics, fromBlock, toBlock })) {
      payments.push(await toPayment(provider, log));
    }
  }
  return payments;
}

/**
 * A transfer and the authorization that it used. Tokens of ERC-3009 tell the authorization right before the transfer;
 * a transaction may hold several of both.
 */
async function toPayment(provider: Provider, log: Log): Promise<Payment> {
  const receipt = await provider.getTransactionReceipt(log.transactionHash);
  if (receipt === null)
    throw new ChainRpcError("The chain does not know a transaction of its own log.");
  const ofToken = receipt.logs.filter(
    (one) => one.address === log.address && one.index < log.index,
  );
  const before = ofToken.at(-1);
  const { from, value } = TOKEN.decodeEventLog("Transfer", log.data, log.topics);
  const names = before?.topics[0] === USED && before.topics[1] === log.topics[1];
  return {
    transaction: bytes32(log.transactionHash),
    logIndex: log.index,
    from: address(from),
    units: value,
    ...(names ? { nonce: bytes32(before.topics[2] ?? "") } : {}),
  };
}
