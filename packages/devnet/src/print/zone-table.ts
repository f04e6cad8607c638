import type { ZoneReady } from "../zone/ready.ts";
import type { Style } from "./style.ts";
import { alignRows } from "./table.ts";

/** What runs where: chains, contracts, partners, page, data. */
export function zoneTable(
  { chains, partners, pageUrl, folder, zone }: ZoneReady,
  style: Style,
): string {
  const { faint, accent } = style;
  const head = (...cells: string[]) => cells.map((cell) => faint(cell));
  const chainRows = chains.map(({ name, id, rpcUrl, gateway }) => [
    name,
    id,
    accent(rpcUrl),
    gateway,
  ]);
  const partnerRows = partners.map(({ name, nodeUrl, validator }) => [
    name,
    `${zone.quorum} of ${partners.length}`,
    accent(nodeUrl),
    validator,
  ]);
  const rest = [
    ...(pageUrl === undefined ? [] : [["page", accent(pageUrl)]]),
    ["data", folder],
    ["logs", `${folder}/logs`],
  ];
  return [
    alignRows([
      head("chain", "id", "rpc", "gateway"),
      ...chainRows,
      [],
      head("partner", "quorum", "node", "validator"),
      ...partnerRows,
    ]),
    alignRows(rest.map(([name = "", value = ""]) => [faint(name), value])),
  ].join("\n\n");
}
