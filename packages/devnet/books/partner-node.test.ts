/** A partner's real node over two real chains: its statements are those that the chains' logs give, line by line. */
import { createServer } from "node:net";
import { readFacts } from "@ryugu/sdk/market";
import {
  rederiveStatement,
  type StatementLine,
  verifyStatement,
} from "@ryugu/sdk/payout/statement";
import type { Address } from "@ryugu/sdk/primitives";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FIRST_BLOCK, type PartnerNode, startPartnerNode } from "./chains/partner-node.ts";
import { startWorld, type World } from "./chains/world.ts";
import { factsOfChains } from "./compare/chain-facts.ts";
import { SIDES } from "./model/words.ts";
import { runChains } from "./run-chains.ts";
import { settleUp } from "./settle-up.ts";

const SALES = 60;
const SEED = 20_261_124;
/** All that is played lies in these, each of a year at most. */
const PERIODS = ["2026", "2027", "2028"];

let world: World;
let node: PartnerNode;
beforeAll(async () => {
  world = await startWorld();
  const { mismatch } = await runChains({ world, seed: SEED, sales: SALES, lookEvery: 1_000 });
  expect(mismatch).toBeUndefined();
  // Makes the splits that nobody made yet, as the comparison of the books does.
  await factsOfChains(world);
  await settleUp(world);
  node = await startPartnerNode(world, await freePort());
  await node.settle();
}, 180_000);
afterAll(async () => {
  await node?.stop();
  await world?.stop();
});

test("each account's statement by a node's index is the one by the chains alone", async () => {
  const facts = await readFacts({ chains: await factChains() });
  const kinds = new Set<string>();
  for (const account of world.stage.people) {
    for (const period of PERIODS) {
      const text = await ask(`/v1/statements/${account}/${period}`);
      const { statement } = verifyStatement(node.zone, text);
      const again = rederiveStatement(statement, facts);
      // Line by line first: who reads of a difference wants to know which.
      expect(again.statement.lines).toEqual(statement.lines);
      const { validator: _, signature: __, ...told } = statement;
      expect([account, period, again.statement]).toEqual([account, period, told]);
      expect(again.isSame).toBe(true);
      for (const line of statement.lines) kinds.add(kindOf(line));
      if (statement.claims.length > 0) kinds.add("claim");
    }
  }
  // Of everything there was something, else nothing was compared.
  expect([...kinds].sort()).toEqual(["claim", "crossed", "division", "refund", "sale"]);
}, 120_000);

/** Royalties that came over a lane straight to their payee are told apart from what a split divided. */
function kindOf(line: StatementLine): string {
  if (line.kind !== "batch") return line.kind;
  return line.fromChain === line.chain ? "division" : "crossed";
}

async function ask(path: string): Promise<string> {
  for (;;) {
    const answer = await node.get(path);
    const text = await answer.text();
    if (answer.ok) return text;
    // Royalties that arrived are looked up after their block was read; the budget of an address is of a minute.
    if (answer.status !== 503) throw new Error(`${path}: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The same contracts and blocks as the node's. */
function factChains() {
  return Promise.all(
    SIDES.map(async (side) => {
      const { market, rail, ledger, routers } = world.stage.sides[side];
      const { id, provider } = world.chains[side];
      return {
        ...{ id, provider, fromBlock: FIRST_BLOCK, gateway: world.zone.gateway },
        toBlock: Number(await provider.send("eth_blockNumber", [])),
        ...{ markets: [market as Address], rails: [rail, ledger] as Address[] },
        splitFactories: [world.deployed[side].factory],
        routers: [...routers.keys()] as Address[],
      };
    }),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const found = server.address();
      server.close(() => resolve(typeof found === "object" && found !== null ? found.port : 0));
    });
  });
}
