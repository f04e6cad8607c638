import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STANDARDS } from "../../src/lane/index.ts";
import {
  findForwarded,
  findRouters,
  forwardRoyalties,
  type RoyaltyRouter,
  readWaitingRoyalties,
} from "../../src/payout/index.ts";
import { type Address, address, chainId, chainNumber } from "../../src/primitives/index.ts";
import { chainArchive, sendTransfer } from "../../src/transfer/index.ts";
import { startZoneWorld, type ZoneWorld } from "../chain/zone-world.ts";

const [HOME, AWAY] = [chainId(31_531), chainId(31_532)];
const OWNER = 1;
const SINGER = address("0x00000000000000000000000000000000000051a6");
const VIEWS = [
  "function royaltyInfo(uint256, uint256) view returns (address, uint256)",
  "function transfer(address, uint256) returns (bool)",
];

let world: ZoneWorld;
let yen: Address;
let router: RoyaltyRouter;
/** Whom the representation of the work names for its royalties. */
let named: string;

/** A work of the singer's and a yen of the owner's are on the other chain too. */
beforeAll(async () => {
  world = await startZoneWorld([31_531, 31_532]);
  const token = await world.collection(HOME, OWNER, 1, SINGER);
  const money = await world.money(HOME, OWNER, 1_000n);
  const signer = world.signer(HOME, OWNER);
  const route = {
    origin: HOME,
    destination: AWAY,
    recipient: address(await signer.getAddress()),
  };
  await sendTransfer(world.zone, signer, { ...route, token, ids: [1n] });
  await sendTransfer(world.zone, signer, { ...route, token: money, ids: [], amounts: [1_000n] });
  await world.deliver(HOME, AWAY);
  const there = async (at: Address, standard: number) =>
    address(
      await world.gateway(AWAY).getFunction("representationOf")(chainNumber(HOME), at, standard),
    );
  const work = new Contract(await there(token, STANDARDS.erc721), VIEWS, by());
  [named] = await work.getFunction("royaltyInfo")(1n, 10_000n);
  yen = await there(money, STANDARDS.erc20);
});

afterAll(async () => {
  await world?.stop();
});

const by = () => world.signer(AWAY, OWNER);
const provider = () => world.chain(AWAY).provider;
const routersOf = (receiver: Address, chain = AWAY) =>
  findRouters(chain, {
    zone: world.zone,
    providerFor: ({ id }) => world.chain(id).provider,
    receiversOn: (home) => (home === HOME ? [receiver] : []),
  });
const pay = async (amount: bigint) => {
  const money = new Contract(yen, VIEWS, by());
  await (await money.getFunction("transfer")(router.address, amount)).wait();
};
const forward = () =>
  forwardRoyalties(world.zone, router, { signer: by(), provider: provider() }, yen);

test("a receiver's router is found from the lanes alone, before anybody has made it", async () => {
  const found = await routersOf(SINGER);
  expect(found).toMatchObject([{ chain: AWAY, homeChain: HOME, receiver: SINGER, address: named }]);
  [router] = found as [RoyaltyRouter];
  expect(await routersOf(yen)).toEqual([]);
  expect(await routersOf(SINGER, HOME)).toEqual([]);
});

test("what waits is sent home by anybody, in a message to the receiver", async () => {
  await pay(70n);
  expect(await readWaitingRoyalties(router, provider(), yen)).toBe(70n);
  const first = await forward();
  expect(first).toMatchObject({ amount: 70n, currency: yen });
  expect(await readWaitingRoyalties(router, provider(), yen)).toBe(0n);
  await pay(30n);
  const second = await forward();
  expect(await findForwarded(world.zone, router, provider())).toEqual([first, second]);
  const archive = chainArchive(world.zone, ({ id }) => world.chain(id).provider);
  expect((await archive.find(second.messageId))?.message).toContain(SINGER.slice(2).toLowerCase());
});

test("where nothing waits, nothing is sent", async () => {
  await expect(forward()).rejects.toMatchObject({
    code: "payout-refused",
    reason: "NothingToForward",
  });
});
