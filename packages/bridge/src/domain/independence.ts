/** Names under which one machine reaches itself: there each port is a server of its own. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL leads to this machine itself. */
export const isLoopback = (url: string): boolean =>
  URL.canParse(url) && LOOPBACK.test(new URL(url).hostname);

/**
 * Who answers at a URL, as far as the URL tells: two addresses at one host are one operator, and their agreement
 * proves nothing. Two names of one company are not told apart; that is the configuration's business.
 */
export function operatorOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, host } = new URL(url);
  return isLoopback(url) ? host : hostname;
}
