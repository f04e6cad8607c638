import type { ChainId } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import type { CouncilGateway } from "../ports/council-gateway.ts";

/** The zone as whoever proposes, signs or submits knows it by its own means. */
export interface CouncilContext {
  /** The manifest as it is published, verified. */
  zone: Zone;
  /** The gateways of the chains that this node reaches. */
  gateways: readonly CouncilGateway[];
}

/** A chain as people know it: its name with its id. */
export function chainLabel({ zone }: Pick<CouncilContext, "zone">, id: ChainId | string): string {
  const chain = zone.manifest.chains.find((candidate) => candidate.id === id);
  return chain === undefined ? id : `${chain.name} (${id})`;
}
