import type { Session } from "../../services/creator/lazy.ts";
import { PlatformRefusedError } from "../../services/errors.ts";
import { type CreatorDesk, heavy, openKey, type Paying } from "./desk.ts";

const UNAUTHORISED = 401;
/** A session that ends within this is not begun with. */
const MARGIN = 60_000;

/**
 * Does something with one's session at a platform, and again with a new one where the server no longer knows the old.
 *
 * @throws what signing in throws, and what `act` throws
 */
export async function withSession<T>(
  desk: CreatorDesk,
  platform: Paying,
  act: (token: string) => Promise<T>,
): Promise<T> {
  const { token } = await sessionAt(desk, platform);
  try {
    return await act(token);
  } catch (error) {
    if (!(error instanceof PlatformRefusedError) || error.status !== UNAUTHORISED) throw error;
    desk.sessions.delete(platform.url);
    return await act((await sessionAt(desk, platform)).token);
  }
}

async function sessionAt(desk: CreatorDesk, platform: Paying): Promise<Session> {
  const known = await desk.sessions.get(platform.url)?.catch(() => undefined);
  if (known !== undefined && known.expiresAt - Date.now() > MARGIN) return known;
  const { wallet } = openKey(desk);
  const asked = heavy().then(({ signIn }) => signIn(platform, wallet, location.host));
  desk.sessions.set(platform.url, asked);
  asked.catch(() => desk.sessions.delete(platform.url));
  return await asked;
}
