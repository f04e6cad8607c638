import type { Zone, ZonePartner } from "@ryugu/sdk/zone";
import { accent, good, type Line } from "../output/style.ts";

/** Who answers for a document. */
export const signedBy = ({ name, validator }: ZonePartner): Line => [
  good("✓ "),
  `signed by ${name}, `,
  accent(validator),
];

/** What the zone calls its chains. */
export function chainNames(zone: Zone): (id: string) => string {
  const names = new Map<string, string>(zone.manifest.chains.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
