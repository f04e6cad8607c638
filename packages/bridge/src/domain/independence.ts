/** Names under which one machine reaches itself: there each port is a server of its own. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Who answers at a URL, as far as the URL tells: two addresses at one host are one operator, and their agreement
 * proves nothing. Two names of one company are not told apart; that is the configuration's business.
 */
export function operatorOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, host } = new URL(url);
  return LOOPBACK.test(hostname) ? host : hostname;
}
