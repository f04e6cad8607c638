import { readFile } from "node:fs/promises";
import type { ChainId } from "@ryugu/sdk/primitives";
import { chainNumber } from "@ryugu/sdk/primitives";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import { WorldConfigError } from "../errors.ts";
import type { Log } from "../log.ts";
import { openLedger } from "../operator/ledger.ts";
import { type Operator, openOperator } from "../operator/operator.ts";
import { OperatorChain } from "../operator/operator-chain.ts";
import type { WorldStore } from "../store/world-store.ts";

/** Where the operator's key is, and on which chain it works. */
export interface OperatorPlace {
  readonly keystore: string;
  readonly passphraseFile: string;
  readonly rpcUrl: string;
  readonly chain: ChainId;
}

/**
 * Opens the operator's key and its queue.
 *
 * @throws WorldConfigError when the passphrase cannot be read
 * @throws KeystoreFileError, InvalidKeystoreError, WrongPassphraseError
 */
export async function openOperatorKey(
  place: OperatorPlace,
  { store, log, now }: { store: WorldStore; log: Log; now: () => number },
): Promise<Operator> {
  const passphrase = await readFile(place.passphraseFile, "utf8").catch((cause) => {
    throw new WorldConfigError("The operator's passphrase cannot be read.", {
      cause,
      details: [place.passphraseFile],
    });
  });
  const wallet = await readKeystoreFile(place.keystore, passphrase.trim());
  const chain = new OperatorChain(place.rpcUrl, Number(chainNumber(place.chain)));
  const signer = wallet.connect(chain);
  return openOperator({
    address: wallet.address,
    chain,
    ledger: openLedger(store),
    sign: (transaction) => signer.signTransaction(transaction),
    signTypedData: (domain, types, message) => signer.signTypedData(domain, types, message),
    log,
    now,
  });
}
