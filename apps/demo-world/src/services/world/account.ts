/** A person's account: the key in this browser, or a wallet of their own. Loaded only when it is needed. */
import {
  addLock,
  usePasskey as askPasskey,
  connectInjected,
  createPasskey,
  createPersonKey,
  type LockedKey,
  lockKey,
  type PersonKey,
  passkeyHost,
  passkeysOf,
  personKeyFromWords,
  readLockedKey,
  restoreBackup,
  unlockKey,
  type Wallet,
} from "@ryugu/sdk/wallet";
import { BrowserProvider } from "ethers";
import { forget, KEPT, keep, readKept } from "./storage.ts";

/** An account that can sign. */
export type Account =
  | { kind: "key"; wallet: PersonKey }
  | { kind: "injected"; wallet: Wallet; provider: InjectedProvider };

type InjectedProvider = Parameters<typeof connectInjected>[0];

/** How a key that is made here is locked. */
export type LockChoice =
  | { kind: "passkey"; name: string }
  | { kind: "passphrase"; passphrase: string };

/** A key with its lock, and whether the browser kept it for the next visit. */
export interface MadeKey {
  account: Account;
  locked: LockedKey;
  isKept: boolean;
}

const RP_NAME = "Ryugu";
/** How often a person's own wallet is asked whether something was mined, in milliseconds. */
const POLLING = 1_000;

/** Reads the locked key that is kept here; undefined where there is none, or one that cannot be read. */
export function keptKey(): LockedKey | undefined {
  const text = readKept(KEPT.key);
  if (text === undefined) return undefined;
  try {
    return readLockedKey(text);
  } catch {
    return undefined;
  }
}

/** Makes a key and locks it. Throws what the wallet module throws for passkeys and passphrases. */
export async function makeAccount(choice: LockChoice): Promise<MadeKey> {
  return lockAndKeep(await createPersonKey(), choice);
}

/** Brings a key back by its 12 words. Throws InvalidWordsError, and as {@link makeAccount}. */
export async function accountFromWords(words: string, choice: LockChoice): Promise<MadeKey> {
  return lockAndKeep(await personKeyFromWords(words), choice);
}

/** Brings a key back from its backup file; from then on it is locked by the backup's own passphrase. */
export async function accountFromBackup(
  json: string,
  passphrase: string,
  onProgress: (fraction: number) => void,
): Promise<MadeKey> {
  const key = await restoreBackup(json, passphrase, { onProgress });
  return lockAndKeep(key, { kind: "passphrase", passphrase });
}

/** Opens the kept key. Throws WrongSecretError, and what passkeys throw. */
export async function unlockAccount(secret: { passphrase: string } | "passkey"): Promise<Account> {
  const locked = readLockedKey(readKept(KEPT.key) ?? "");
  const opened =
    secret === "passkey"
      ? await askPasskey(passkeyHost(window), passkeysOf(locked))
      : { kind: "passphrase" as const, passphrase: secret.passphrase };
  return { kind: "key", wallet: await unlockKey(locked, opened) };
}

/** Adds a passphrase to a key that only a passkey opens: a second way in. Says whether it was kept. */
export async function addPassphrase(key: PersonKey, passphrase: string): Promise<boolean> {
  const locked = await addLock(readLockedKey(readKept(KEPT.key) ?? ""), key, {
    kind: "passphrase",
    passphrase,
  });
  return keep(KEPT.key, JSON.stringify(locked));
}

/** Connects a person's own wallet. Throws the wallet's errors. */
export async function connectAccount(provider: InjectedProvider): Promise<Account> {
  const wallet = await connectInjected(provider);
  // ethers asks every four seconds whether something was mined; somebody stands in the corridor.
  if (wallet.signer.provider instanceof BrowserProvider) {
    wallet.signer.provider.pollingInterval = POLLING;
  }
  return { kind: "injected", wallet, provider };
}

/** Removes the kept key from this browser. */
export function forgetKey(): void {
  forget(KEPT.key);
}

async function lockAndKeep(wallet: PersonKey, choice: LockChoice): Promise<MadeKey> {
  const secret =
    choice.kind === "passkey"
      ? await createPasskey(passkeyHost(window), { rpName: RP_NAME, userName: choice.name })
      : choice;
  const locked = await lockKey(wallet, secret);
  return {
    account: { kind: "key", wallet },
    locked,
    isKept: keep(KEPT.key, JSON.stringify(locked)),
  };
}
