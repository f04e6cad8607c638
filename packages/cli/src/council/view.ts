import type { ChainId } from "@ryugu/sdk/primitives";
import type { ProposedAct } from "@ryugu/sdk/zone/council";
import { type Block, lines, table } from "../output/blocks.ts";
import { accent, faint, type Line, title } from "../output/style.ts";
import type { FoundedZone } from "../zone/founding/zone-file.ts";
import { signersOf } from "./acts-file.ts";

/** Acts as plain data: what each does, and who has signed it. */
export function actsTable(zone: FoundedZone, acts: readonly ProposedAct[]) {
  return acts.map((proposed) => ({
    chain: proposed.chain,
    nonce: proposed.nonce,
    act: proposed.act,
    values: proposed.values,
    signers: [...signersOf(zone, proposed).keys()],
  }));
}

/** Acts as a table, a line each. */
export function actsView(
  zone: FoundedZone,
  acts: readonly ProposedAct[],
  verdict: string,
): Block[] {
  return [
    lines([title(zone.plan.spec.name), faint(`  ${verdict}`)]),
    table(
      ["on", ">nonce", "act", "with", ">signatures"],
      acts.map((proposed): Line[] => [
        chainName(zone, proposed.chain),
        String(proposed.nonce),
        proposed.act,
        accent(wordsOf(zone, proposed)),
        String(signersOf(zone, proposed).size),
      ]),
    ),
  ];
}

/** A chain's name, or its id where the zone file has none for it. */
export function chainName({ file }: FoundedZone, id: ChainId | string): string {
  return file.chains.find((chain) => chain.id === id)?.name ?? id;
}

/** What an act says, in a line. */
function wordsOf(zone: FoundedZone, { act, values }: ProposedAct): string {
  if (act === "OpenLane") {
    return `${chainName(zone, values.counterpartChain ?? "")}, epoch ${values.epoch}`;
  }
  return Object.entries(values)
    .map(([field, value]) => `${field} ${value}`)
    .join(", ");
}
