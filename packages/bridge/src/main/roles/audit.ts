import type { Address } from "@ryugu/sdk/primitives";
import type { ClaimCertificate } from "@ryugu/sdk/reserves";
import { zoneChain } from "@ryugu/sdk/zone";
import { createAuditor } from "../../auditor/auditor.ts";
import { certify } from "../../auditor/certificates.ts";
import { rpcReserveReader } from "../../chain/reserve-reader.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** Comparing what vaults hold with what they owe, and saying so. */
export interface AuditRole {
  tasks: Task[];
  /** Signs what one holder has. */
  certify(holder: Address): Promise<ClaimCertificate>;
}

/** Makes the auditor, which reads every chain. */
export function auditRole(parts: SharedParts): AuditRole {
  const { chains, store, clock, report, signer, exchange, view, config } = parts;
  const readers = new Map(
    chains.map(({ reader: { chain }, pool }) => {
      const { gateway } = zoneChain(view.zone, chain);
      return [chain, rpcReserveReader({ chain, gateway, pool })];
    }),
  );
  const zoneId = view.zone.id;
  const { act, intervalMs: interval } = config.audit;
  const shared = { zoneId, readers, store, clock, signer };
  const auditor = createAuditor({ ...shared, report, exchange, council: view, act });
  return {
    tasks: [{ name: "audit", tick: auditor.tick, interval }],
    certify: (holder) => certify(shared, holder),
  };
}
