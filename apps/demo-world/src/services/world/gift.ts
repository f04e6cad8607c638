import { giftAnswer } from "../../sim/protocol/http.ts";
import type { TokenRef } from "../../sim/protocol/references.ts";
import { askPlatform } from "./ask-platform.ts";

/**
 * Takes a gift: the platform mints it, and answers once it is the person's.
 *
 * @throws PlatformRefusedError, PlatformUnreachableError
 */
export async function takeGift(url: string, token: string, kind: string): Promise<TokenRef> {
  const path = `/gifts/${encodeURIComponent(kind)}`;
  const options = { method: "POST", token, timeout: 45_000 } as const;
  return (await askPlatform(url, path, giftAnswer, options)).token;
}
