import type { Report } from "../ports/report.ts";
import type { App } from "./app.ts";

/** Reports every answered request. Event streams end when their listener goes: their length says nothing. */
export function reportRequests(app: App, report: Report): void {
  app.addHook("onResponse", async (request, reply) => {
    if (reply.getHeader("content-type") === "text/event-stream") return;
    report({
      type: "request-answered",
      method: request.method,
      // What a stranger makes up must not become a label.
      route: request.routeOptions.url ?? "unmatched",
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
    });
  });
}
