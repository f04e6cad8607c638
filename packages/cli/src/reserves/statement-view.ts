import type { Reserve, ReserveState, ReserveStatement } from "@ryugu/sdk/reserves";
import type { Zone, ZonePartner } from "@ryugu/sdk/zone";
import { type Block, fields, lines, table } from "../output/blocks.ts";
import { accent, bad, faint, good, type Line, title, warn } from "../output/style.ts";
import { chainNames, signedBy } from "./common-view.ts";

/** Reserves that are well and shown one by one; the others of them are counted. */
const MOST_COVERED = 20;

/** What people see of a statement that is genuine. */
export function statementView(
  zone: Zone,
  statement: ReserveStatement,
  partner: ZonePartner,
): Block[] {
  const { day, issuedAt, chains, reserves, unread, lanes } = statement;
  const nameOf = chainNames(zone);
  const covered = reserves.filter(({ state }) => state === "covered");
  const others = reserves.filter(({ state }) => state !== "covered");
  const shown = [...others, ...covered.slice(0, MOST_COVERED)];
  const hidden = reserves.length - shown.length;
  const halted = lanes.filter((lane) => lane.halted !== undefined);
  return [
    lines([title(`Reserves of ${day}`), faint(`  ${zone.manifest.name}`)]),
    fields(
      ["verified", signedBy(partner)],
      ["issued", issuedAt],
      ["reserves", summary(reserves)],
      ["lanes", halted.length === 0 ? good("none is halted") : bad(`${halted.length} halted`)],
      ...chains.map(
        ({ id, block, hash }) =>
          [nameOf(id), [`block ${block}  `, accent(hash)] satisfies Line] as const,
      ),
    ),
    ...(shown.length === 0 ? [] : [reserveTable(shown, nameOf)]),
    ...(hidden === 0 ? [] : [lines(faint(`and ${hidden} more that are covered`))]),
    ...(unread.length === 0 ? [] : [unreadTable(unread, nameOf)]),
  ];
}

function summary(reserves: readonly Reserve[]): Line {
  const count = (...states: ReserveState[]) =>
    reserves.filter(({ state }) => states.includes(state)).length;
  const missing = count("short", "over-issued");
  const unread = count("unread");
  const text = [
    `${reserves.length}: ${count("covered")} covered`,
    ...(missing > 0 ? [`${missing} short or over-issued`] : []),
    ...(unread > 0 ? [`${unread} not read`] : []),
  ].join(", ");
  if (missing > 0) return bad(text);
  return unread > 0 ? warn(text) : good(text);
}

const TONES: Record<ReserveState, (text: string) => Line> = {
  covered: good,
  short: bad,
  "over-issued": bad,
  "winding-down": warn,
  unread: warn,
};

function reserveTable(reserves: readonly Reserve[], nameOf: (id: string) => string): Block {
  return table(
    ["collection", "home", "for", ">vault", ">owed", ">difference", "state"],
    reserves.map((reserve) => [
      accent(reserve.homeToken),
      nameOf(reserve.homeChain),
      nameOf(reserve.counterpartChain),
      reserve.vault ?? "?",
      reserve.owed,
      reserve.difference ?? "?",
      TONES[reserve.state](reserve.state),
    ]),
  );
}

function unreadTable(unread: ReserveStatement["unread"], nameOf: (id: string) => string): Block {
  return table(
    ["not compared", "with", "because"],
    unread.map(({ homeChain, counterpartChain, reason }) => [
      nameOf(homeChain),
      nameOf(counterpartChain),
      warn(reason),
    ]),
  );
}
