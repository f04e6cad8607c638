import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import { exportQuerySchema, exportSchema, trailSchema } from "../schemas/trail.ts";

/** What only tokens see: everything that moved, page by page, and what the node itself did. */
export function trailRoutes(app: App, { store }: ApiContext): void {
  app.get(
    "/v1/events/export",
    {
      schema: {
        summary: "Every transfer this node knows, oldest first, page by page. Needs a token.",
        security: [{ token: [] }],
        querystring: exportQuerySchema,
        response: { 200: exportSchema },
      },
    },
    async ({ query: { after, limit } }) => {
      const { transfers, last } = await store.exportTransfers(after, limit);
      return { transfers, ...(transfers.length === limit ? { next: last } : {}) };
    },
  );

  app.get(
    "/v1/trail",
    {
      schema: {
        summary: "What this node did and whom it let in, in order. Needs a token.",
        security: [{ token: [] }],
        querystring: exportQuerySchema,
        response: { 200: trailSchema },
      },
    },
    async ({ query: { after, limit } }) => {
      const entries = await store.trail(after, limit);
      const last = entries.at(-1);
      return { entries, ...(entries.length === limit && last ? { next: last.id } : {}) };
    },
  );
}
