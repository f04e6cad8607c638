/**
 * Who may ask a route. `always`: what peers and exits depend on, and what answers whether the node lives. `people`: what
 * everybody may ask unless the node is closed. The others are what a regulator sees, and what only tokens see.
 */
export type Scope = "always" | "people" | "statements" | "events" | "trail" | "metrics";

/** Whose token it is. */
export type AccessRole = "regulator" | "operator";

/** By routes' patterns. Whatever is not named is for `people`. */
const SCOPES: Readonly<Record<string, Scope>> = {
  "/v1/health": "always",
  "/v1/ready": "always",
  "/v1/zone": "always",
  "/v1/attestations": "always",
  "/v1/lanes": "always",
  "/v1/lanes/:laneId/attestations": "always",
  "/v1/lanes/:laneId/messages": "always",
  "/v1/certificates/:address": "always",
  "/openapi.json": "always",
  "/v1/statements": "statements",
  "/v1/statements/:day": "statements",
  "/v1/statements/:account/:period": "statements",
  "/v1/reserves": "statements",
  "/v1/events": "events",
  "/v1/transfers/:messageId/events": "events",
  "/v1/events/export": "trail",
  "/v1/trail": "trail",
  "/metrics": "metrics",
};

const OF_REGULATORS: ReadonlySet<Scope> = new Set(["statements", "events", "trail"]);

/** The scope of a route, by its pattern. */
export function scopeOf(route: string): Scope {
  return SCOPES[route] ?? "people";
}

/** Whether a scope is answered to somebody without a token. */
export function needsNoToken(
  scope: Scope,
  settings: { open: boolean; openMetrics: boolean },
): boolean {
  if (scope === "always") return true;
  if (scope === "trail") return false;
  return scope === "metrics" ? settings.openMetrics : settings.open;
}

/** Whether somebody with a token of this role may ask for what a scope holds. A regulator sees statements and events and nothing else. */
export function mayAsk(role: AccessRole, scope: Scope): boolean {
  return role === "operator" || OF_REGULATORS.has(scope);
}
