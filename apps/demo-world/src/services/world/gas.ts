import { gasAnswer } from "../../sim/protocol/http.ts";
import { askPlatform } from "./ask-platform.ts";

/**
 * Asks a platform's sponsor for what a crossing costs. Who has enough already gets nothing, and needs nothing.
 *
 * @throws PlatformRefusedError, PlatformUnreachableError
 */
export async function askGas(url: string, token: string, signal?: AbortSignal): Promise<bigint> {
  const answer = await askPlatform(url, "/gas", gasAnswer, {
    method: "POST",
    token,
    timeout: 30_000,
    ...(signal === undefined ? {} : { signal }),
  });
  return BigInt(answer.balance);
}
