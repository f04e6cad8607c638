import { isSameAddress } from "@ryugu/sdk/primitives";
import type { Zone, ZoneManifest } from "@ryugu/sdk/zone";

/** What a manifest changes, compared with the present one. */
export function describeManifest({ manifest: now }: Zone, next: ZoneManifest): string[] {
  const partners = changes(now.partners, next.partners, ({ name }) => name);
  const chains = changes(now.chains, next.chains, ({ id }) => id);
  const platforms = changes(now.platforms, next.platforms, ({ name }) => name);
  return [
    `Manifest ${next.version} of ${next.name} takes the place of manifest ${now.version}.`,
    `  ${next.quorum} of ${next.partners.length} partners decide (epoch ${next.epoch}).`,
    ...partners.added.map((p) => `  new partner:  ${p.name}, ${p.validator}, node ${p.nodeUrl}`),
    ...partners.changed.map((p) => `  changed:      ${p.name}, ${p.validator}, node ${p.nodeUrl}`),
    ...partners.removed.map((p) => `  leaves:       ${p.name}, ${p.validator}`),
    ...chains.added.map((c) => `  new chain:    ${c.name} (${c.id}), gateway ${c.gateway}`),
    ...chains.changed.map((c) => `  changed:      ${c.name} (${c.id}), gateway ${c.gateway}`),
    ...chains.removed.map((c) => `  without:      ${c.name} (${c.id})`),
    ...platforms.added.map((p) => `  new platform: ${p.name} on ${p.chain}, run by ${p.partner}`),
    ...platforms.changed.map((p) => `  changed:      ${p.name} on ${p.chain}, run by ${p.partner}`),
    ...platforms.removed.map((p) => `  without:      ${p.name} on ${p.chain}`),
    `  signed by ${signers(next).join(", ") || "nobody yet"}`,
  ];
}

function changes<T>(now: readonly T[], next: readonly T[], key: (each: T) => string) {
  const known = new Map(now.map((each) => [key(each), each]));
  const kept = new Set(next.map(key));
  const isNew = (each: T) => !known.has(key(each));
  return {
    added: next.filter(isNew),
    removed: now.filter((each) => !kept.has(key(each))),
    changed: next.filter(
      (each) => !isNew(each) && JSON.stringify(known.get(key(each))) !== JSON.stringify(each),
    ),
  };
}

const signers = ({ signatures, partners }: ZoneManifest) =>
  signatures.map(
    ({ validator }) =>
      partners.find((partner) => isSameAddress(partner.validator, validator))?.name ?? validator,
  );
