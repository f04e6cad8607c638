import type { CashOutAdapter } from "@ryugu/sdk/payout";
import { type CreatorDesk, heavy, platformOn } from "./desk.ts";
import { withSession } from "./sessions.ts";

/** Does something at the issuer, through the platform. Throws what the issuer and signing in throw. */
export async function atIssuer<T>(
  desk: CreatorDesk,
  chain: string,
  act: (issuer: CashOutAdapter) => Promise<T>,
): Promise<T> {
  const { openCashOut } = await heavy();
  const platform = platformOn(desk, chain);
  return await withSession(desk, platform, (token) => act(openCashOut(platform.url, token)));
}
