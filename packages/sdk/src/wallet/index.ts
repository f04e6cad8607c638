/** Accounts that sign: keys, keystores, a person's key with its locks and passkeys, wallets in browsers. */
export type { AnnouncedWallet } from "./announcement.ts";
export { type BackupProgress, exportBackup, restoreBackup } from "./backup.ts";
export { isSignedByContract } from "./contract-signature.ts";
export { type AnnouncementFinding, discoverWallets, type WalletDiscovery } from "./discover.ts";
export {
  CryptoUnavailableError,
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
export { InvalidLockedKeyError, WrongSecretError } from "./lock/errors.ts";
export {
  addLock,
  hasPassphrase,
  lockKey,
  passkeysOf,
  removeLock,
  unlockKey,
} from "./lock/lock-key.ts";
export {
  type KeyLock,
  type LockedKey,
  lockedKeySchema,
  type PasskeyLock,
  type PassphraseLock,
  readLockedKey,
} from "./lock/locked-key.ts";
export type { KeySecret, PasskeySecret, PassphraseSecret } from "./lock/secret.ts";
export {
  PasskeyFailedError,
  type PasskeyObstacle,
  PasskeyRejectedError,
  PasskeyUnavailableError,
  PasskeyWithoutPrfError,
} from "./passkey/errors.ts";
export {
  type PasskeyCredentials,
  type PasskeyHost,
  type PasskeyPage,
  passkeyHost,
} from "./passkey/host.ts";
export { createPasskey, type PasskeyOptions, usePasskey } from "./passkey/passkey.ts";
export { checkPasskeySupport, type PasskeySupport } from "./passkey/support.ts";
export type { PassphraseWeakness } from "./passphrase/effective-length.ts";
export { WeakPassphraseError } from "./passphrase/errors.ts";
export { type PassphraseRating, type PassphraseReason, ratePassphrase } from "./passphrase/rate.ts";
export { InvalidWordsError, type WordsProblem } from "./person/errors.ts";
export {
  createPersonKey,
  type PersonKey,
  personKeyFromWords,
  wordsOf,
} from "./person/person-key.ts";
export type { TypedDataTypes, Wallet } from "./wallet.ts";
export { toWalletError } from "./wallet-error.ts";
