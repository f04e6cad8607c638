import { type Attributes, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { Clock } from "../../ports/clock.ts";
import type { Report } from "../../ports/report.ts";

/** Ticks that were quicker and did not fail say nothing, in milliseconds: there are several a second. */
const WORTH_TELLING = 100;

/** Makes spans of what roles and the API report when they have done it. */
export function eventSpans(tracer: Tracer, clock: Pick<Clock, "now">): Report {
  const write = (name: string, milliseconds: number, attributes: Attributes, failed: boolean) => {
    const end = clock.now();
    const span = tracer.startSpan(name, { startTime: end - milliseconds, attributes });
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(end);
  };
  return (event) => {
    if (event.type === "request-answered") {
      const { method, route, status, milliseconds } = event;
      const attributes = {
        "http.request.method": method,
        "http.route": route,
        "http.response.status_code": status,
      };
      write(`${method} ${route}`, milliseconds, attributes, status >= 500);
    }
    if (event.type === "tick-ended" && (event.failed || event.milliseconds >= WORTH_TELLING))
      write(event.task, event.milliseconds, { "ryugu.task": event.task }, event.failed);
  };
}
