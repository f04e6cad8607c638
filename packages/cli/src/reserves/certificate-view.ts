import type { CertifiedHolding, ClaimCertificate } from "@ryugu/sdk/reserves";
import type { Zone, ZonePartner } from "@ryugu/sdk/zone";
import { type Block, fields, lines, table } from "../output/blocks.ts";
import { accent, faint, type Line, title } from "../output/style.ts";
import { chainNames, signedBy } from "./common-view.ts";

/** What people see of a certificate that is genuine. */
export function certificateView(
  zone: Zone,
  certificate: ClaimCertificate,
  partner: ZonePartner,
): Block[] {
  const { holder, issuedAt, chains, holdings, atHome } = certificate;
  const nameOf = chainNames(zone);
  return [
    lines([title("Claim certificate"), faint(`  ${zone.manifest.name}`)]),
    fields(
      ["verified", signedBy(partner)],
      ["holder", accent(holder)],
      ["issued", issuedAt],
      ...chains.map(
        ({ id, block, hash }) =>
          [nameOf(id), [`block ${block}  `, accent(hash)] satisfies Line] as const,
      ),
    ),
    ...(atHome.length === 0
      ? []
      : [
          table(
            ["at home", "chain", ">units"],
            atHome.map(({ homeToken, homeChain, units }) => [
              accent(homeToken),
              nameOf(homeChain),
              units,
            ]),
          ),
        ]),
    ...(holdings.length === 0 ? [] : [holdingTable(holdings, nameOf)]),
    ...(holdings.length + atHome.length === 0
      ? [lines("The holder has nothing in the zone.")]
      : []),
  ];
}

function holdingTable(
  holdings: readonly CertifiedHolding[],
  nameOf: (id: string) => string,
): Block {
  return table(
    ["elsewhere", "home", "chain", ">there", ">on the way", ">waiting"],
    holdings.map((holding) => [
      accent(holding.homeToken),
      nameOf(holding.homeChain),
      nameOf(holding.counterpartChain),
      holding.outstanding ?? "?",
      sum(holding.inFlightOut, holding.inFlightBack),
      sum(holding.parkedOut, holding.parkedBack),
    ]),
  );
}

const sum = (...amounts: readonly string[]): string =>
  String(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
