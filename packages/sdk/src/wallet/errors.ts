import { RyuguError } from "../errors/index.ts";

/** A text is not a private key. The text itself is never repeated. */
export class InvalidPrivateKeyError extends RyuguError {
  readonly code = "invalid-private-key";
}

/** A text is not a version 3 keystore, or asks for more memory or time than is given. */
export class InvalidKeystoreError extends RyuguError {
  readonly code = "invalid-keystore";
}

/** The passphrase does not open the keystore. */
export class WrongPassphraseError extends RyuguError {
  readonly code = "wrong-passphrase";
}

/** A keystore file is there already, and overwriting was not asked for. */
export class KeystoreExistsError extends RyuguError {
  readonly code = "keystore-exists";
}

/** A keystore file could not be read or written. */
export class KeystoreFileError extends RyuguError {
  readonly code = "keystore-file";
}

/** The person declined in their wallet (EIP-1193, 4001). */
export class WalletRejectedError extends RyuguError {
  readonly code = "wallet-rejected";
}

/** The wallet has not given this page the account or method it asked for (EIP-1193, 4100). */
export class WalletUnauthorizedError extends RyuguError {
  readonly code = "wallet-unauthorized";
}

/** The wallet does not know the chain it was asked to switch to (EIP-3326, 4902). */
export class WalletChainUnknownError extends RyuguError {
  readonly code = "wallet-chain-unknown";
}

/** The wallet is not connected to its chain (EIP-1193, 4900 and 4901). */
export class WalletDisconnectedError extends RyuguError {
  readonly code = "wallet-disconnected";
  override readonly retryable = true;
}

/** The wallet failed in a way that has no code of its own, or answered with something else. */
export class WalletFailedError extends RyuguError {
  readonly code = "wallet-failed";
}

/** The platform gives no cryptography: the page is not in a secure context (W3C Secure Contexts). */
export class CryptoUnavailableError extends RyuguError {
  readonly code = "crypto-unavailable";
}
