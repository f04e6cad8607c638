import { isSameAddress } from "@ryugu/sdk/primitives";
import { type Finality, type Zone, type ZonePartner, zoneLanes } from "@ryugu/sdk/zone";
import type { Cli } from "../cli.ts";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { type Block, fields, lines, table } from "../output/blocks.ts";
import { accent, faint, good, title } from "../output/style.ts";
import { type OpenZone, openZone, type ZoneOptions } from "./open-zone.ts";

/** `ryugu zone show` */
export async function showZone(cli: Cli, options: ZoneOptions): Promise<Outcome> {
  const found = await openZone(cli, options);
  return { json: zoneJson(found), view: zoneView(found), exitCode: EXIT.ok };
}

function zoneJson({ zone, source }: OpenZone) {
  const { signatures, partners, schema: _, ...body } = zone.manifest;
  return {
    source,
    verified: true,
    ...body,
    signedBy: signatures.map(({ validator }) => validator),
    partners,
    lanes: zoneLanes(zone).map(({ id, origin, destination }) => ({
      id,
      origin: origin.chain,
      destination: destination.chain,
    })),
  };
}

function zoneView({ zone, source }: OpenZone): Block[] {
  const { manifest } = zone;
  const signed = `${manifest.signatures.length} of ${manifest.partners.length}`;
  return [
    lines([title(manifest.name), faint(`  version ${manifest.version}, ${manifest.issuedAt}`)]),
    fields(
      ["verified", [good("✓ "), `signed by ${signed} partners, ${manifest.quorum} needed`]],
      ["zone id", accent(manifest.zoneId)],
      ["genesis set", accent(manifest.genesisSetHash)],
      ["epoch", String(manifest.epoch)],
      ["manifest", source],
    ),
    partnersView(zone),
    chainsView(zone),
    lanesView(zone),
    ...platformsView(zone),
  ];
}

function partnersView(zone: Zone): Block {
  const hasSigned = ({ validator }: ZonePartner) =>
    zone.manifest.signatures.some((signature) => isSameAddress(signature.validator, validator));
  return table(
    ["partner", "validator", "node", "manifest"],
    zone.manifest.partners.map((partner) => [
      partner.name,
      accent(partner.validator),
      partner.nodeUrl,
      hasSigned(partner) ? good("signed") : faint("not signed"),
    ]),
  );
}

function chainsView(zone: Zone): Block {
  return table(
    ["chain", "id", "gateway", "final after"],
    zone.manifest.chains.map(({ name, id, gateway, finality }) => [
      name,
      id,
      accent(gateway),
      finalityText(finality),
    ]),
  );
}

function finalityText(finality: Finality): string {
  if (finality.kind === "tag") return "the chain's finalized tag";
  return finality.kind === "instant" ? "each block" : `${finality.depth} blocks`;
}

function lanesView(zone: Zone): Block {
  return table(
    ["lane", "from", "to"],
    zoneLanes(zone).map(({ id, origin, destination }) => [
      accent(id),
      origin.chain,
      destination.chain,
    ]),
  );
}

function platformsView(zone: Zone): Block[] {
  if (zone.manifest.platforms.length === 0) return [];
  const rows = zone.manifest.platforms.map(({ name, partner, chain, url }) => [
    name,
    partner,
    chain,
    url ?? faint("no address"),
  ]);
  return [table(["platform", "partner", "chain", "address"], rows)];
}
