import { address, bytesToHex, platformRandom } from "@ryugu/sdk/primitives";
import type { MadeWork } from "../../sim/making/making.ts";
import { pictureAnswer, type WorkRequest, workAnswer } from "../../sim/protocol/http.ts";
import { askPlatform } from "./ask-platform.ts";

/** Several transactions, one after the other. */
const MAKING_TIMEOUT = 120_000;

/** Brings a picture to a platform's store; answers its content id. Throws PlatformRefusedError, PlatformUnreachableError. */
export async function sendPicture(url: string, token: string, picture: Blob): Promise<string> {
  const question = { token, bytes: picture, mediaType: picture.type, timeout: 60_000 };
  return (await askPlatform(url, "/pictures", pictureAnswer, question)).picture;
}

/**
 * Has a platform make a work: collection, creators' split and token, which is the person's own then. The same key makes
 * one work, however often it is asked for.
 *
 * @throws PlatformRefusedError, PlatformUnreachableError
 */
export async function makeWork(url: string, token: string, body: WorkRequest): Promise<MadeWork> {
  return await askPlatform(url, "/works", workAnswer, { token, body, timeout: MAKING_TIMEOUT });
}

/** Checks accounts that somebody has written, with the checksum that their letters' case carries. Throws InvalidAddressError. */
export function checkAccounts(accounts: readonly string[]): void {
  for (const account of accounts) address(account);
}

/** A key for a new work. */
export const newWorkKey = (): string => bytesToHex(platformRandom(32));
