import { creatorCollectionAbi, splitFactoryAbi } from "@ryugu/contracts";
import { Contract, hexlify, Interface, id, randomBytes } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workAnswer } from "../../src/sim/protocol/http.ts";
import { dying, noDeath } from "../../test/support/dying-operator.ts";
import { startTradeWorld, type TradeWorld } from "../../test/support/trade-world.ts";

/** Split, collection, token, hand-over. */
const STEPS = 4;

const death = noDeath();
let world: TradeWorld;
beforeAll(async () => {
  world = await startTradeWorld({ bend: dying(death) });
});
afterAll(() => world.stop());

const cases = Array.from({ length: STEPS }, (_, i) => [
  { step: i + 1, sent: false },
  { step: i + 1, sent: true },
]).flat();
const TWO_HOURS = 7_200_000;

const told = "a server that ends at step $step (sent: $sent) goes on, and makes nothing twice";
test.each(cases)(told, async ({ step, sent }) => {
  // Later each time, so that what hangs from before gives way.
  world
    .server()
    .http.pass(cases.findIndex((one) => one.step === step && one.sent === sent) * TWO_HOURS);
  const maker = await world.trader();
  const work = {
    ...{ key: hexlify(randomBytes(32)), title: `Step ${step}`, about: "" },
    picture: await maker.bring(),
    creators: [
      { name: "a", account: maker.address, basisPoints: 5_000 + step },
      { name: "b", account: `0x${id(`${step}${sent}`).slice(-40)}`, basisPoints: 5_000 - step },
    ],
  };
  Object.assign(death, { orders: step, isSent: sent });
  const dropped = maker.post("/works", work).catch(() => undefined);
  await expect.poll(() => death.orders).toBe(0);
  // What was sent has time to be mined before the next start, or has not: both happen.
  if (step % 2 === 0) await new Promise((done) => setTimeout(done, 300));
  Object.assign(death, noDeath());
  await world.restart();
  await dropped;

  // Nobody asks: the server goes on by itself.
  const hangs = () =>
    world
      .server()
      .trade.artworks()
      .some(({ title }) => title.en === work.title);
  await expect.poll(hangs, { timeout: 10_000 }).toBe(true);
  const made = workAnswer.parse((await maker.post("/works", work)).body);
  const { provider } = world.chain;
  const collection = new Contract(made.collection, creatorCollectionAbi, provider);
  expect(await collection.getFunction("totalMinted")()).toBe(1n);
  expect(await collection.getFunction("ownerOf")(1n)).toBe(maker.address);
  expect(await collection.getFunction("owner")()).toBe(maker.address);
  const factory = new Interface(splitFactoryAbi);
  const created = await provider.getLogs({
    ...{ address: world.marketplace.splits, fromBlock: 0 },
    topics: [factory.getEvent("SplitCreated")?.topicHash ?? ""],
  });
  const own = created.filter((log) => factory.parseLog(log)?.args.split === made.split);
  expect(own).toHaveLength(1);
});
