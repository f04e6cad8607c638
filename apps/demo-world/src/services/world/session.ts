import { createSiweMessage } from "@ryugu/sdk/passport";
import { chainId } from "@ryugu/sdk/primitives";
import type { Wallet } from "@ryugu/sdk/wallet";
import { nonceAnswer, sessionAnswer } from "../../sim/protocol/http.ts";
import type { Platform } from "../../sim/protocol/platform.ts";
import { askPlatform } from "./ask-platform.ts";

/** A platform's word that it knows one. */
export interface Session {
  token: string;
  /** Unix milliseconds. */
  expiresAt: number;
}

const STATEMENT = "Enter this world of Ryugu. Signing in costs nothing and moves nothing.";

/**
 * Signs in at a platform (ERC-4361).
 *
 * @param domain - the page's own host
 * @throws PlatformRefusedError, PlatformUnreachableError, and the wallet's errors
 */
export async function signIn(
  { url, chain }: Pick<Platform, "url" | "chain">,
  wallet: Wallet,
  domain: string,
): Promise<Session> {
  const { nonce, expiresAt: nonceEnds } = await askPlatform(url, "/session/nonce", nonceAnswer, {
    method: "POST",
  });
  const message = createSiweMessage({
    domain,
    address: wallet.address,
    statement: STATEMENT,
    uri: url,
    version: "1",
    chain: chainId(chain),
    nonce,
    issuedAt: issuedAt(nonceEnds),
  });
  const body = { message, signature: await wallet.signMessage(message) };
  const { token, expiresAt } = await askPlatform(url, "/session", sessionAnswer, { body });
  return { token, expiresAt };
}

/** The most that a nonce is valid for, in milliseconds. */
const NONCE_TIME = 5 * 60_000;

/**
 * When the message was signed, by a clock that the server can agree with: a device whose clock is wrong takes the
 * time that the nonce implies.
 */
function issuedAt(nonceEnds: number, now = Date.now()): string {
  const isPlausible = nonceEnds > now && nonceEnds - now <= NONCE_TIME + 30_000;
  return new Date(isPlausible ? now : nonceEnds - NONCE_TIME).toISOString();
}
