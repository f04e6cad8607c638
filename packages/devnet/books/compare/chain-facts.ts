import { readFacts } from "@ryugu/sdk/market";
import type { ChainFacts, Statement } from "@ryugu/sdk/payout/statement";
import { type Address, canonicalJson } from "@ryugu/sdk/primitives";
import { Hands } from "../chains/hands.ts";
import type { World } from "../chains/world.ts";
import { SIDES } from "../model/words.ts";

/** What the chains tell, from their logs alone. Splits that nobody made yet are made before: else nobody could tell them from others. */
export async function factsOfChains(world: World): Promise<ChainFacts> {
  const hands = new Hands(world);
  for (const side of SIDES) {
    for (const { address } of world.stage.splits) {
      await hands.do({ kind: "make split", side, split: address });
    }
  }
  return await readFacts({
    chains: SIDES.map((side) => {
      const { market, rail, ledger, routers } = world.stage.sides[side];
      const { id, provider } = world.chains[side];
      return {
        ...{ id, provider, fromBlock: 0, gateway: world.zone.gateway },
        ...{ markets: [market as Address], rails: [rail, ledger] as Address[] },
        ...{
          splitFactories: [world.deployed[side].factory],
          routers: [...routers.keys()] as Address[],
        },
      };
    }),
  });
}

/** Where two tellings of the same statements differ, in words. */
export function statementDifferences(
  byModel: readonly Statement[],
  byChains: readonly Statement[],
): string[] {
  return byModel.flatMap((statement, i) => {
    const other = byChains[i];
    if (other === undefined) return [`statement ${i} is missing`];
    const [model, chain] = [tellingOf(statement), tellingOf(other)];
    const lines = Math.max(model.length, chain.length);
    const first = Array.from({ length: lines }, (_, n) => n).find((n) => model[n] !== chain[n]);
    if (first === undefined) return [];
    return [`statement ${i}, line ${first}: the model ${model[first]}, the chains ${chain[first]}`];
  });
}

/** A statement without the places and names that only a chain gives: who got how much of what, when, by which way. */
function tellingOf({ lines, claims, totals }: Statement): string[] {
  const told = lines.map((line) => {
    const { kind, chain, currency, time } = line;
    const what = { kind, chain, currency, time };
    if (line.kind === "refund") return { ...what, amount: line.amount.units, buyer: line.buyer };
    const { gross, fees, others, share, settlement, parts } = line;
    const { paid, claimed, waiting } = settlement;
    const sums = [gross, fees, others, share].map(({ units }) => units);
    const sale = line.kind === "sale" ? [line.seller, line.buyer, line.recipient, line.work] : [];
    // Sources of one day stand in the order of their hashes, which the model has others of.
    const from =
      line.kind === "batch" ? [line.router, line.sources.map(({ units }) => units).sort()] : [];
    return { ...what, sums, paid, claimed, waiting, parts, sale, from };
  });
  const taken = claims.map(({ rail, payee, to, units, time }) => ({
    rail,
    payee,
    to,
    units,
    time,
  }));
  return [...told, ...taken, totals].map((one) => canonicalJson(JSON.parse(JSON.stringify(one))));
}
