import { PlatformRefusedError } from "../../services/errors.ts";
import type { Session } from "../../services/world/lazy.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";
import { heavy, inside, platformOf, type Visit } from "./visit.ts";

const UNAUTHORISED = 401;
/** A session that ends within this is not begun with. */
const MARGIN = 60_000;

/** One's session at a platform; signs in where there is none. Throws what signing in throws. */
export async function sessionAt(visit: Visit, slug: PlatformSlug): Promise<Session> {
  const known = visit.sessions.get(slug);
  const session = await known?.catch(() => undefined);
  if (session !== undefined && session.expiresAt - Date.now() > MARGIN) return session;
  // Somebody else may have asked meanwhile: one signature is enough for all.
  const newer = visit.sessions.get(slug);
  if (newer !== undefined && newer !== known) return await newer;
  const { account } = inside(visit);
  const asked = heavy().then(({ signIn }) =>
    signIn(platformOf(visit, slug), account.wallet, location.host),
  );
  visit.sessions.set(slug, asked);
  asked.catch(() => visit.sessions.delete(slug));
  return await asked;
}

/** Does something with one's session, and again with a new one where the server no longer knows the old. */
export async function withSession<T>(
  visit: Visit,
  slug: PlatformSlug,
  act: (token: string) => Promise<T>,
): Promise<T> {
  const { token } = await sessionAt(visit, slug);
  try {
    return await act(token);
  } catch (error) {
    if (!(error instanceof PlatformRefusedError) || error.status !== UNAUTHORISED) throw error;
    visit.sessions.delete(slug);
    return await act((await sessionAt(visit, slug)).token);
  }
}
