import type { ZoneReady } from "../zone/ready.ts";
import type { Style } from "./style.ts";
import { alignRows } from "./table.ts";

/** What awaits in each world. */
const INVITATIONS: Readonly<Record<string, string>> = {
  minato: "a job fair by the sea; begin here",
  garan: "a gallery by night, through the gate",
};

/** What runs where: worlds first, then chains, contracts, partners, desks, page, data. */
export function zoneTable(ready: ZoneReady, style: Style): string {
  const { chains, partners, worlds = [], desks = [], pageUrl, folder, zone } = ready;
  const { faint, accent, bold } = style;
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
  const worldRows = worlds.map(({ slug, name, url }) => [
    bold(name),
    bold(accent(url)),
    INVITATIONS[slug] ?? "",
  ]);
  const deskRows = desks.map(({ organisation, url }) => [organisation, accent(url)]);
  const rest = [
    ...(pageUrl === undefined ? [] : [["page", accent(pageUrl)]]),
    ["data", folder],
    ["logs", `${folder}/logs`],
  ];
  const moneyRows = rowsOfMoney(ready, style);
  return [
    ...(worlds.length === 0 ? [] : [alignRows([head("world", "walk in"), ...worldRows])]),
    alignRows([
      head("chain", "id", "rpc", "gateway"),
      ...chainRows,
      [],
      head("partner", "quorum", "node", "validator"),
      ...partnerRows,
    ]),
    ...(moneyRows.length === 0 ? [] : [alignRows([head("money", "at", "is"), ...moneyRows])]),
    ...(desks.length === 0 ? [] : [alignRows([head("desk", "for its staff"), ...deskRows])]),
    alignRows(rest.map(([name = "", value = ""]) => [faint(name), value])),
  ].join("\n\n");
}

/** The yen on each chain, who redeems it, and at which bank. */
function rowsOfMoney({ money, chains }: ZoneReady, { accent }: Style): string[][] {
  if (money === undefined) return [];
  const { yen, platforms, issuer, bank } = money;
  const bornFirst = chains.toSorted(
    (a, b) => Number(b.id === yen.chain) - Number(a.id === yen.chain),
  );
  const tokens = bornFirst.map(({ id, slug, name }) => [
    "test yen",
    platforms[slug]?.yen ?? "",
    id === yen.chain ? `born on ${name}` : `what stands for it on ${name}`,
  ]);
  return [
    ...tokens,
    ...(issuer.url === undefined
      ? []
      : [["issuer", accent(issuer.url), "turns it into a bank transfer"]]),
    ...(bank === undefined ? [] : [["bank", accent(bank.url), "simulated"]]),
  ];
}
