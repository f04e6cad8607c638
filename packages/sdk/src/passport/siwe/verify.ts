import { hashMessage } from "ethers";
import {
  type Address,
  bytes32,
  type ChainId,
  isSameAddress,
  preview,
} from "../../primitives/index.ts";
import { type SiweRefusal, SiweRefusedError } from "./errors.ts";
import type { SiweMessage } from "./message.ts";
import { type ContractVerifier, checkSignature } from "./signature.ts";
import { parseSiweMessage } from "./text.ts";
import { readTime } from "./time.ts";

/** What a server expects of a sign-in. */
export interface SiweExpectation {
  /** The pages that may ask, as their `location.host`. */
  domains: readonly string[];
  /** What is being signed in to: this server. */
  uri: string;
  /** The one that this server gave for this sign-in. */
  nonce: string;
  chains: readonly ChainId[];
  now: Date;
  /** The account, where only one will do. */
  address?: Address;
  /** The scheme of the page's origin, where the message names one. */
  scheme?: string;
  requestId?: string;
  /** How long ago it may have been issued, in milliseconds. Any time, if not given. */
  maxAgeMs?: number;
  /** How far the person's clock may be wrong where `maxAgeMs` is looked at; a minute if not given. */
  clockSkewMs?: number;
}

/** A sign-in to be checked. */
export interface SiweCheck {
  /** The text that was signed. */
  message: string;
  signature: string;
  expect: SiweExpectation;
  /** Asks a contract wallet (ERC-1271). Without it, contract wallets are refused by name. */
  contractVerifier?: ContractVerifier;
}

const DEFAULT_SKEW_MS = 60_000;

/**
 * Checks a signed sign-in message (ERC-4361): what it says against what is expected, then the signature.
 *
 * @returns the message; its `address` is who has signed in
 * @throws InvalidSiweMessageError
 * @throws SiweRefusedError with the first reason that was found
 */
export async function verifySiwe(check: SiweCheck): Promise<SiweMessage> {
  const message = parseSiweMessage(check.message);
  checkPlace(message, check.expect);
  checkTime(message, check.expect);
  const digest = bytes32(hashMessage(check.message));
  await checkSignature({ ...check, account: message.address, chain: message.chain, digest });
  return message;
}

function checkPlace(message: SiweMessage, expect: SiweExpectation): void {
  const { domain, scheme, uri, nonce, chain, address, requestId } = message;
  if (!expect.domains.includes(domain)) throw refused("domain", domain);
  if (scheme !== undefined && expect.scheme !== undefined && scheme !== expect.scheme) {
    throw refused("scheme", scheme);
  }
  if (uri !== expect.uri) throw refused("uri", uri);
  if (nonce !== expect.nonce) throw refused("nonce", nonce);
  if (!expect.chains.includes(chain)) throw refused("chain", chain);
  if (expect.address !== undefined && !isSameAddress(address, expect.address)) {
    throw refused("address", address);
  }
  if (expect.requestId !== undefined && requestId !== expect.requestId) {
    throw refused("request-id", requestId ?? "none");
  }
}

// Each comparison says what must hold, so that a time that is none could only refuse.
function checkTime(message: SiweMessage, expect: SiweExpectation): void {
  const now = expect.now.getTime();
  const { issuedAt, expirationTime, notBefore } = message;
  if (expirationTime !== undefined && !(now < timeOf(expirationTime))) {
    throw refused("expired", expirationTime);
  }
  if (notBefore !== undefined && !(now >= timeOf(notBefore))) {
    throw refused("not-yet-valid", notBefore);
  }
  if (expect.maxAgeMs === undefined) return;
  const age = now - timeOf(issuedAt);
  const skew = expect.clockSkewMs ?? DEFAULT_SKEW_MS;
  if (!(age <= expect.maxAgeMs + skew)) throw refused("too-old", issuedAt);
  if (!(age >= -skew)) throw refused("issued-in-future", issuedAt);
}

function timeOf(text: string): number {
  return readTime(text) ?? Number.NaN;
}

const SENTENCES: Partial<Record<SiweRefusal, string>> = {
  domain: "The sign-in was signed for another page.",
  scheme: "The sign-in was signed for a page of another scheme.",
  uri: "The sign-in was signed for another server.",
  nonce: "The sign-in does not answer this server's nonce.",
  chain: "The sign-in was signed for another chain.",
  address: "The sign-in is another account's.",
  "request-id": "The sign-in answers another request.",
  expired: "The sign-in has expired.",
  "not-yet-valid": "The sign-in is not valid yet.",
  "too-old": "The sign-in was signed too long ago.",
  "issued-in-future": "The sign-in was signed in the future: a clock is wrong.",
};

function refused(reason: SiweRefusal, received: string): SiweRefusedError {
  return new SiweRefusedError(SENTENCES[reason] ?? "The sign-in is refused.", reason, {
    details: [`Received: ${preview(received)}`],
  });
}
