/** Accounts that sign: keys, encrypted keystores, and the wallets of people in browsers. */
export type { AnnouncedWallet } from "./announcement.ts";
export { type AnnouncementFinding, discoverWallets, type WalletDiscovery } from "./discover.ts";
export {
  InvalidKeystoreError,
  InvalidPrivateKeyError,
  KeystoreExistsError,
  KeystoreFileError,
  WalletChainUnknownError,
  WalletDisconnectedError,
  WalletFailedError,
  WalletRejectedError,
  WalletUnauthorizedError,
  WrongPassphraseError,
} from "./errors.ts";
export {
  connectInjected,
  type InjectedProvider,
  type InjectedWallet,
  switchChain,
} from "./injected.ts";
export { createKeyWallet, type KeyWallet, keyWallet } from "./key-wallet.ts";
export { decryptKeystore, encryptKeystore, type ScryptCost } from "./keystore.ts";
export type { TypedDataTypes, Wallet } from "./wallet.ts";
export { toWalletError } from "./wallet-error.ts";
