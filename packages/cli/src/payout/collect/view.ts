import type { ChainId } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { type Block, lines, table } from "../../output/blocks.ts";
import { bad, faint, good, type Line, type Span, warn } from "../../output/style.ts";
import type { Collected } from "./outcome.ts";

const DONE: Readonly<Record<Collected["step"], string>> = {
  search: "looked through",
  forward: "sent home",
  delivery: "delivered",
  division: "divided",
  claim: "claimed",
};
const STEPS: Readonly<Record<Collected["step"], string>> = {
  search: "looking",
  forward: "royalties in a router",
  delivery: "royalties on their way",
  division: "a split's money",
  claim: "a credit",
};

/** One line of progress. */
export function collectedLine(zone: Zone, each: Collected, amount: string): Line {
  return [faint(`${nameOf(zone, each.chain)}: ${STEPS[each.step]} ${amount} `), verdictOf(each)];
}

/** Everything that was found, and what became of it. */
export async function collectedView(
  zone: Zone,
  collected: readonly Collected[],
  write: (each: Collected) => Promise<string>,
): Promise<Block[]> {
  if (collected.length === 0) return [lines("Nothing waits for this account anywhere.")];
  const rows = await Promise.all(
    collected.map(async (each) => [
      nameOf(zone, each.chain),
      STEPS[each.step],
      each.place ?? "",
      await write(each),
      verdictOf(each),
    ]),
  );
  const left = collected.filter(({ state }) => state !== "done").length;
  return [
    table(["chain", "what", "where", ">amount", ""], rows),
    left === 0
      ? lines([good("✓ "), "Nothing is left."])
      : lines([warn("! "), `${left} left. Run this again: what is done is not done twice.`]),
  ];
}

const nameOf = (zone: Zone, chain: ChainId) => zoneChain(zone, chain).name;

function verdictOf(each: Collected): Span {
  if (each.state === "done") return good(DONE[each.step]);
  if (each.state === "refused") return bad(each.why);
  return warn(each.state === "waiting" ? each.why : `${each.why} Try again later.`);
}
