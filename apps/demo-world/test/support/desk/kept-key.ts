import { createPersonKey, type LockedKey, lockKey, type PersonKey } from "@ryugu/sdk/wallet";
import type { BrowserContext } from "playwright-core";

/** What opens the kept key. */
export const PASSPHRASE = "otter canal tulip mist";

/** A creator's key, locked as their browser keeps it. */
export interface CreatorKey {
  readonly wallet: PersonKey;
  readonly locked: LockedKey;
  /** Lower case. */
  readonly account: string;
}

/** Makes a key. Locking takes as long as it does in a browser. */
export async function makeCreatorKey(): Promise<CreatorKey> {
  const wallet = await createPersonKey();
  const locked = await lockKey(wallet, { kind: "passphrase", passphrase: PASSPHRASE });
  return { wallet, locked, account: wallet.address.toLowerCase() };
}

/** Gives a browser the key, as if it had been made there. */
export async function giveKey(context: BrowserContext, { locked }: CreatorKey): Promise<void> {
  await context.addInitScript(
    (text) => localStorage.setItem("ryugu.key", text),
    JSON.stringify(locked),
  );
}
