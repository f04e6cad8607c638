import {
  AbstractSigner,
  resolveAddress,
  type Signer,
  type TransactionRequest,
  type TransactionResponse,
  type TypedDataDomain,
  type TypedDataField,
} from "ethers";
import { WorldChainError } from "../chain/errors.ts";
import type { Operator } from "./operator.ts";

/**
 * The operator as an ethers signer for one piece of work, so that libraries that take a signer go through the
 * queue too. Its transactions are `<key>/1`, `<key>/2` … in the order in which they are asked for: the same work
 * after a crash finds what it had sent.
 */
export class OperatorSigner extends AbstractSigner {
  readonly #operator: Operator;
  readonly #key: string;
  readonly #mostGas: bigint | undefined;
  #count = 0;

  /** @param mostGas - what each transaction may use; no limit where left out */
  constructor(operator: Operator, key: string, mostGas?: bigint) {
    super(operator.chain);
    this.#operator = operator;
    this.#key = key;
    this.#mostGas = mostGas;
  }

  async getAddress(): Promise<string> {
    return this.#operator.address;
  }

  connect(): Signer {
    return this;
  }

  override async sendTransaction(request: TransactionRequest): Promise<TransactionResponse> {
    this.#count += 1;
    // A library may name it by an object or a promise.
    const to =
      request.to === null || request.to === undefined ? "" : await resolveAddress(request.to);
    const { hash, earlier } = await this.#operator.submit({
      key: `${this.#key}/${this.#count}`,
      to,
      value: BigInt(request.value ?? 0),
      data: request.data ?? "0x",
      ...(this.#mostGas === undefined ? {} : { mostGas: this.#mostGas }),
    });
    for (const name of [...earlier, hash]) {
      const sent = await this.#operator.chain.getTransaction(name);
      if (sent !== null) return sent;
    }
    throw new WorldChainError("The chain does not know a transaction that was just sent.");
  }

  async signTransaction(): Promise<string> {
    throw new TypeError("The operator's transactions are signed by its queue alone.");
  }

  async signMessage(): Promise<string> {
    throw new TypeError("The operator signs no messages.");
  }

  signTypedData(
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    value: Record<string, unknown>,
  ): Promise<string> {
    return this.#operator.signTypedData(domain, types, value);
  }
}
