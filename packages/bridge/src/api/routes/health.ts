import type { App } from "../app.ts";
import type { ProcessContext } from "../context.ts";
import { healthSchema, readySchema } from "../schemas.ts";

/** How this process fares. */
export function healthRoutes(app: App, context: Pick<ProcessContext, "clock" | "health">): void {
  const { clock } = context;
  const started = clock.now();

  app.get(
    "/v1/health",
    { schema: { summary: "Whether the process answers.", response: { 200: healthSchema } } },
    async () => ({
      status: "ok" as const,
      uptime: Math.floor((clock.now() - started) / 1_000),
    }),
  );

  app.get(
    "/v1/ready",
    {
      schema: {
        summary: "Whether every task of the node works.",
        response: { 200: readySchema, 503: readySchema },
      },
    },
    async (_, reply) => {
      const tasks = [...context.health()];
      const ready = tasks.every(({ healthy }) => healthy);
      return reply.code(ready ? 200 : 503).send({ ready, tasks });
    },
  );
}
