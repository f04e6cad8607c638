import type { Attestation } from "@ryugu/sdk/lane";
import { address, bytes32, hex } from "@ryugu/sdk/primitives";
import type * as z from "zod";
import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import { addressGroup } from "../limits/address.ts";
import { createOfferBudget } from "../limits/offer-budget.ts";
import {
  acceptedSchema,
  attestationBodySchema,
  attestationQuerySchema,
  type attestationSchema,
  attestationsSchema,
  errorSchema,
  laneIdSchema,
} from "../schemas.ts";

/** Attestations: served to anybody, taken from anybody, believed when verified. */
export function attestationRoutes(app: App, { store, accept, clock }: ApiContext): void {
  const budget = createOfferBudget(clock);
  app.get(
    "/v1/lanes/:laneId/attestations",
    {
      schema: {
        summary: "Attestations of a lane, by sequence.",
        params: laneIdSchema,
        querystring: attestationQuerySchema,
        response: { 200: attestationsSchema },
      },
    },
    async ({ params, query: { from, limit, validator } }) => ({
      attestations: await store.attestations(bytes32(params.laneId), {
        from,
        limit,
        ...(validator === undefined ? {} : { validator: address(validator.toLowerCase()) }),
      }),
    }),
  );

  app.post(
    "/v1/attestations",
    {
      schema: {
        summary: "Offers one attestation, or up to 64.",
        body: attestationBodySchema,
        response: {
          200: acceptedSchema,
          400: errorSchema,
          403: errorSchema,
          404: errorSchema,
          413: errorSchema,
        },
      },
    },
    async ({ body, ip }) => {
      const offered = "attestations" in body ? body.attestations : [body];
      const settle = budget.take(addressGroup(ip), offered.length);
      const { accepted, wasted } = await accept(offered.map(toAttestation));
      settle(offered.length - wasted);
      return { accepted };
    },
  );
}

function toAttestation(json: z.output<typeof attestationSchema>): Attestation {
  return {
    laneId: bytes32(json.laneId),
    anchor: json.anchor,
    sequence: json.sequence,
    head: bytes32(json.head),
    validator: address(json.validator.toLowerCase()),
    signature: hex(json.signature, 64),
  };
}
