import * as z from "zod";
import type { App } from "../app.ts";
import type { ProcessContext } from "../context.ts";

/** Prometheus metrics. */
export function metricsRoute(app: App, { metrics }: ProcessContext, listeners: () => number): void {
  if (metrics === undefined) return;
  app.get(
    "/metrics",
    {
      schema: {
        summary: "Metrics in Prometheus' text format.",
        response: {
          200: { description: "The metrics.", content: { "text/plain": { schema: z.string() } } },
        },
      },
    },
    async (_, reply) => {
      const { type, text } = await metrics(listeners);
      return reply.type(type).send(text);
    },
  );
}
