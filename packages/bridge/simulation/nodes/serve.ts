import { RyuguError } from "@ryugu/sdk/errors";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { attestationPageSchema, toAttestation } from "../../src/exchange/attestation-json.ts";
import type { Intake } from "../../src/exchange/intake.ts";
import type { ArchiveStore } from "../../src/ports/archive-store.ts";
import type { Serve } from "./network.ts";

/** The part of a node's API that peers use: attestations, offered and asked for. */
export function servePeers(intake: Pick<Intake, "accept">, store: ArchiveStore): Serve {
  const respond = async (method: string, path: string, body: string): Promise<object> => {
    const { pathname, searchParams } = new URL(path, "http://node.simulation");
    if (method === "POST" && pathname === "/v1/attestations") {
      const { attestations } = attestationPageSchema.parse(JSON.parse(body));
      return intake.accept(attestations.map(toAttestation));
    }
    const lane = /^\/v1\/lanes\/(0x[0-9a-f]{64})\/attestations$/.exec(pathname)?.[1];
    if (lane === undefined) throw new RangeError(`No such resource: ${path}`);
    const validator = searchParams.get("validator");
    const attestations = await store.attestations(bytes32(lane), {
      from: Number(searchParams.get("from")),
      limit: Number(searchParams.get("limit")),
      ...(validator === null ? {} : { validator: address(validator.toLowerCase()) }),
    });
    return { attestations };
  };
  return async ({ method, path, body }) => {
    try {
      return { status: 200, text: JSON.stringify(await respond(method, path, body)) };
    } catch (error) {
      const status = error instanceof RyuguError ? 400 : 500;
      return { status, text: error instanceof Error ? error.message : String(error) };
    }
  };
}
