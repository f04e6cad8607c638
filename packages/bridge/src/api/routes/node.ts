import type { ChainId } from "@ryugu/sdk/primitives";
import { manifestSchema } from "@ryugu/sdk/zone";
import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import { nodeSchema } from "../schemas.ts";

/** Proofs of two heads that are counted. */
const MOST_PROOFS = 100;

/** What the node is, and how far it has read. */
export function nodeRoutes(app: App, context: ApiContext): void {
  const { store, view, partner, version } = context;

  app.get(
    "/v1/node",
    {
      schema: {
        summary: "Who runs this node, and how far it has read.",
        response: { 200: nodeSchema },
      },
    },
    async () => ({
      partner: partner.name,
      validator: partner.validator,
      version,
      zone: view.zone.manifest.name,
      zoneId: view.zone.id,
      chains: await Promise.all(view.zone.manifest.chains.map(({ id }) => chainState(id))),
      twoHeads: (await store.twoHeads(MOST_PROOFS)).length,
    }),
  );

  app.get(
    "/v1/zone",
    { schema: { summary: "The signed zone manifest.", response: { 200: manifestSchema } } },
    async (_, reply) => {
      // The manifest was verified as a whole: it is passed on byte for byte, not through a serializer.
      return reply.type("application/json").serializer(JSON.stringify).send(view.zone.manifest);
    },
  );

  const chainState = async (id: ChainId) => {
    const cursor = await store.cursor(id);
    if (cursor === undefined) return { id };
    const { latest, seen, final } = cursor;
    return {
      id,
      latest: latest.number,
      latestTime: latest.time,
      seen: Math.max(0, seen.number),
      final: Math.max(0, final.number),
      lag: Math.max(0, latest.number - Math.max(seen.number, final.number)),
    };
  };
}
