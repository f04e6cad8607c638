/** A small run of what `npm run soak:crossings` does at length: real chains, nodes and keys. */
import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePortBase } from "../test/support/free-port-base.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";
import { chainHoldings } from "./compare/chain-holdings.ts";
import { wrongUris } from "./compare/uris.ts";
import { nodesKilled } from "./faults/nodes.ts";
import { chainReorged } from "./faults/reorg.ts";
import { tokenFails } from "./faults/tokens.ts";
import { Book } from "./people/book.ts";
import { problems } from "./print/report.ts";
import { replay } from "./replay/replay.ts";
import { compare, type RunResult, runCrossings } from "./run-crossings.ts";
import { closeStage, openStage } from "./stage/open-stage.ts";
import type { Stage } from "./stage/stage.ts";

const COUNT = 60;
const SEED = 20_261_122;
const folder = temporaryFolder("crossings");
let stage: Stage;
let result: RunResult;

beforeAll(async () => {
  stage = await openStage({ folder: folder.path, seed: SEED, portBase: await freePortBase() });
}, 120_000);
afterAll(async () => {
  if (stage !== undefined) await closeStage(stage);
  folder.remove();
});

test("after random transfers and faults everybody holds what the model says, to the token", async () => {
  const faults = [tokenFails, nodesKilled, chainReorged];
  const options = { stage, seed: SEED, count: COUNT, atOnce: 24, faults, patience: 90_000 };
  result = await runCrossings(options);
  expect(problems(result)).toEqual([]);
  expect(result.crew.book.standing).toBe(COUNT);
  expect(result.faults.size).toBeGreaterThan(0);
  expect(result.holdings).toBeGreaterThan(500);
}, 240_000);

test("a transfer that somebody else had asked for is noticed", async () => {
  const { book } = result.crew;
  const [crossing] = book.crossings.filter(({ ending }) => ending === "delivered");
  const other = stage.accounts.issuer.address;
  if (crossing === undefined) throw new Error("Nothing was delivered.");
  const tampered = new Book();
  for (const [reference, ask] of book.asks) tampered.asks.set(reference, ask);
  tampered.asks.set(crossing.ask.reference, { ...crossing.ask, recipient: other });
  const { divergences } = await replay(stage, tampered);
  expect(divergences[0]?.transaction).toBe(crossing.transaction);
}, 60_000);

test("a URI that is another one at home is noticed", async () => {
  const collections = stage.collections.map((collection) => ({
    ...collection,
    described: { ...collection.described, uriTemplate: "", uris: new Map() },
  }));
  const wrong = await wrongUris({ ...stage, collections }, await chainHoldings(stage));
  expect(wrong.length).toBeGreaterThan(0);
}, 60_000);

test("a token that changed hands behind the model's back is noticed", async () => {
  const [owner, other] = stage.accounts.people;
  if (owner === undefined || other === undefined) throw new Error("There are people.");
  const held = stage.chains.flatMap((chain) =>
    result.crew.purse.of(owner.address, chain).map((each) => ({ ...each, chain })),
  );
  const stolen = held.find(({ collection, chain }) => {
    return collection.standard === "erc721" && collection.home === chain;
  });
  if (stolen === undefined) throw new Error("Nothing of the first person's is at home.");
  const { collection, chain, id } = stolen;
  await owner.on(chain, async (signer) => {
    const token = ["function transferFrom(address, address, uint256)"];
    const contract = new Contract(collection.token, token, signer);
    await (await contract.getFunction("transferFrom")(owner.address, other.address, id)).wait();
  });
  const { differences, imbalances } = await compare(stage, result.crew);
  const asset = `${chain.id} ${chain.id}/${collection.token}/${id}`;
  expect(differences).toHaveLength(2);
  expect(differences).toContainEqual({ place: `${asset} ${owner.address}`, chain: 0n, model: 1n });
  expect(differences).toContainEqual({ place: `${asset} ${other.address}`, chain: 1n, model: 0n });
  expect(imbalances).toEqual([]);
}, 60_000);
