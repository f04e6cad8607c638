import { RyuguError } from "../errors/index.ts";
import { type AnnouncedWallet, readAnnouncement } from "./announcement.ts";

/** Why an announcement was not taken. */
export interface AnnouncementFinding {
  reason: "malformed" | "duplicate" | "too-many";
  details: readonly string[];
}

/** A search for the wallets in a page (EIP-6963). */
export interface WalletDiscovery {
  /** The wallets so far, in the order they came. */
  readonly wallets: readonly AnnouncedWallet[];
  /** The announcements that were not taken, at most 100. */
  readonly findings: readonly AnnouncementFinding[];
  /** The wallets that came within the timeout. */
  readonly settled: Promise<readonly AnnouncedWallet[]>;
  /** Calls the listener with all wallets whenever one comes; returns how to stop. */
  subscribe(listener: (wallets: readonly AnnouncedWallet[]) => void): () => void;
  /** Stops listening to the page. */
  stop(): void;
}

const MAX_WALLETS = 64;
const MAX_FINDINGS = 100;

/**
 * Looks for the wallets in a page: asks them to announce themselves and listens until `stop`.
 * Malformed announcements become findings and are otherwise ignored.
 *
 * @param target - the page's `window`
 * @param options.timeoutMs - when {@link WalletDiscovery.settled} settles; 300 ms if not given
 */
export function discoverWallets(
  target: EventTarget,
  options: { timeoutMs?: number } = {},
): WalletDiscovery {
  const wallets: AnnouncedWallet[] = [];
  const findings: AnnouncementFinding[] = [];
  const listeners = new Set<(wallets: readonly AnnouncedWallet[]) => void>();

  const hear = (event: Event) => {
    const finding = take(event, wallets);
    if (finding === "known") return;
    if (finding === "taken") {
      for (const listener of [...listeners]) listener([...wallets]);
    } else if (findings.length < MAX_FINDINGS) {
      findings.push(finding);
    }
  };

  target.addEventListener("eip6963:announceProvider", hear);
  target.dispatchEvent(new Event("eip6963:requestProvider"));
  return {
    wallets,
    findings,
    settled: new Promise((resolve) => {
      setTimeout(() => resolve([...wallets]), options.timeoutMs ?? 300);
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      target.removeEventListener("eip6963:announceProvider", hear);
      listeners.clear();
    },
  };
}

/** Adds the announced wallet, if it is one and a new one. */
function take(event: Event, wallets: AnnouncedWallet[]): AnnouncementFinding | "taken" | "known" {
  let wallet: AnnouncedWallet;
  try {
    wallet = readAnnouncement((event as CustomEvent<unknown>).detail);
  } catch (error) {
    const details = error instanceof RyuguError ? error.details : ["The announcement threw."];
    return { reason: "malformed", details };
  }
  const known = wallets.find(({ uuid }) => uuid.toLowerCase() === wallet.uuid.toLowerCase());
  // A wallet announces itself again whenever any script asks; another under its id is an impostor.
  if (known?.provider === wallet.provider) return "known";
  const details = [`${wallet.name} (${wallet.rdns}), ${wallet.uuid}`];
  if (known !== undefined) return { reason: "duplicate", details };
  if (wallets.length >= MAX_WALLETS) return { reason: "too-many", details };
  wallets.push(wallet);
  return "taken";
}
