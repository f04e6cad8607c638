import type { FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "../../ports/clock.ts";
import type { Report } from "../../ports/report.ts";
import type { App } from "../app.ts";
import { NotAllowedError, NotAuthorizedError, TooManyRequestsError } from "../errors.ts";
import { addressGroup } from "../limits/address.ts";
import { mayAsk, needsNoToken, scopeOf } from "./scopes.ts";
import { type AccessToken, findToken } from "./tokens.ts";

/** Who may ask what. */
export interface AccessSettings {
  /** Whether everybody may ask what is nobody's secret. Otherwise only what peers and exits depend on. */
  open: boolean;
  openMetrics: boolean;
  tokens: readonly AccessToken[];
}

/** Wrong tokens of one address in a minute, after which it is not heard. */
const MOST_WRONG = 20;
const WINDOW = 60_000;

/** Asks each request for what its route needs, and tells who used a token. */
export function guardAccess(
  app: App,
  settings: AccessSettings,
  { clock, report }: { clock: Pick<Clock, "now">; report: Report },
): void {
  const wrong = createWrongCount(clock);

  /** @throws NotAuthorizedError, TooManyRequestsError */
  const identify = (request: FastifyRequest, reply: FastifyReply): AccessToken | undefined => {
    const { authorization } = request.headers;
    if (authorization === undefined) return undefined;
    const address = addressGroup(request.ip);
    if (wrong.count(address) >= MOST_WRONG)
      throw new TooManyRequestsError("Too many wrong tokens from this address.");
    const token = findToken(settings.tokens, authorization);
    if (token !== undefined) return token;
    wrong.add(address);
    report({ type: "access-refused", route: routeOf(request), reason: "wrong token" });
    reply.header("www-authenticate", 'Bearer error="invalid_token"');
    throw new NotAuthorizedError("This is no token of this node.");
  };

  app.addHook("onRequest", async (request, reply) => {
    const route = routeOf(request);
    const scope = scopeOf(route);
    const token = identify(request, reply);
    if (token === undefined) {
      if (needsNoToken(scope, settings)) return;
      reply.header("www-authenticate", "Bearer");
      throw new NotAuthorizedError("This needs a token.", { details: [`Route: ${route}`] });
    }
    const { name, role } = token;
    if (scope !== "always" && !mayAsk(role, scope)) {
      report({ type: "access-refused", route, name, reason: `a ${role} may not` });
      throw new NotAllowedError(`A ${role}'s token does not reach this.`, {
        details: [`Route: ${route}`],
      });
    }
    report({ type: "access-used", name, role, route });
  });
}

/** The pattern of what was asked for; what a stranger made up is nobody's. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? "unmatched";
}

function createWrongCount(clock: Pick<Clock, "now">) {
  const counts = new Map<string, number>();
  let since = clock.now();
  return {
    count(address: string): number {
      if (clock.now() - since >= WINDOW) {
        since = clock.now();
        counts.clear();
      }
      return counts.get(address) ?? 0;
    },
    add: (address: string) => counts.set(address, (counts.get(address) ?? 0) + 1),
  };
}
