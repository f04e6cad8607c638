import type { Address, Bytes32, Hex } from "@ryugu/sdk/primitives";
import {
  AbstractSigner,
  Signature,
  Transaction,
  type TransactionLike,
  type TransactionRequest,
} from "ethers";
import type { SimTransaction } from "../chains/block.ts";
import type { QuickKey } from "../world/keys.ts";

/** A relayer's account: signs real transactions, and tells the chains what their bytes say. */
export class RelayerKey extends AbstractSigner {
  readonly #key: QuickKey;
  readonly #tell: (chainId: bigint, raw: Hex, transaction: SimTransaction) => void;

  constructor(
    key: QuickKey,
    tell: (chainId: bigint, raw: Hex, transaction: SimTransaction) => void,
  ) {
    super();
    this.#key = key;
    this.#tell = tell;
  }

  async getAddress(): Promise<string> {
    return this.#key.address;
  }

  connect(): RelayerKey {
    return this;
  }

  async signTransaction(request: TransactionRequest): Promise<string> {
    const transaction = Transaction.from(request as TransactionLike);
    transaction.signature = Signature.from(this.#key.sign(transaction.unsignedHash));
    const raw = transaction.serialized as Hex;
    this.#tell(transaction.chainId, raw, {
      hash: transaction.hash as Bytes32,
      from: this.#key.address as Address,
      nonce: transaction.nonce,
      maxFee: transaction.maxFeePerGas ?? transaction.gasPrice ?? 0n,
      to: transaction.to as Hex,
      data: transaction.data as Hex,
    });
    return raw;
  }

  async signMessage(): Promise<string> {
    throw new TypeError("A relayer signs transactions only.");
  }

  async signTypedData(): Promise<string> {
    throw new TypeError("A relayer signs transactions only.");
  }
}
