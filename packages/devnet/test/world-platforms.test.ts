/** The platforms' world servers on a real zone: what they give, sell and take in, asked on the chains too. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { creatorCollectionAbi, splitAbi, testYenAbi } from "@ryugu/contracts";
import {
  orderHash,
  orderMarket,
  parseSignedOrder,
  signPurchase,
  verifyOrder,
} from "@ryugu/sdk/market";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { Contract, hexlify, type JsonRpcProvider, randomBytes } from "ethers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_SHAPE, type RunningZone, startZone } from "../src/index.ts";
import { cashOut } from "./scenarios/cash-out.ts";
import { peopleTrade } from "./scenarios/people-trade.ts";
import { freePortBase } from "./support/free-port-base.ts";
import { enterHall } from "./support/hall-visit.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { Visitor, type WorldPlace } from "./support/visitor.ts";

const folder = temporaryFolder("platforms");
let zone: RunningZone;
let minato: WorldPlace;
let garan: WorldPlace;
let home: JsonRpcProvider;
let away: JsonRpcProvider;

beforeAll(async () => {
  const shape = { ...DEMO_SHAPE, blockTime: 0.25 };
  zone = await startZone({
    folder: folder.path,
    portBase: await freePortBase(),
    page: true,
    shape,
  });
  await zone.worldsReady();
  const place = (slug: string): WorldPlace => ({
    url: zone.ready.worlds?.find((world) => world.slug === slug)?.url ?? "",
    chain: zone.chainId(slug),
  });
  [minato, garan] = [place("minato"), place("garan")];
  [home, away] = [zone.provider("minato"), zone.provider("garan")];
}, 180_000);

afterAll(async () => {
  home?.destroy();
  away?.destroy();
  await zone?.stop();
  folder.remove();
});

async function arrived(...places: WorldPlace[]): Promise<Visitor> {
  const visitor = new Visitor();
  for (const place of places) expect((await visitor.signIn(place)).status).toBe(200);
  return visitor;
}

describe("both worlds", () => {
  test("say what they are, and the manifest says where they are", async () => {
    const visitor = new Visitor();
    for (const { url, chain } of [minato, garan]) {
      const { body } = await visitor.get(url, "/platform.json");
      expect(body).toMatchObject({ schema: "ryugu-platform/1", chain, url });
      const named = zone.zone.manifest.platforms.find((platform) => platform.chain === chain);
      expect(named?.url).toBe(url);
      expect(named?.partner).toBe(body.partner);
    }
    const { body } = await visitor.get(minato.url, "/platform.json");
    expect(body.organisations).toHaveLength(6);
    expect(body.gifts.kinds).toHaveLength(6);
    const linked = await visitor.get(minato.url, "/fair/shiosai-energy.jsonld");
    expect(linked.body["@graph"].filter((one) => "hiringOrganization" in one)).toHaveLength(3);
  });

  test("serve every gift's model and every work's picture", async () => {
    const visitor = new Visitor();
    const gifts = (await visitor.get(minato.url, "/platform.json")).body.gifts.kinds;
    const works = (await visitor.get(garan.url, "/platform.json")).body.gallery.artworks;
    const cids = [
      ...gifts.flatMap(({ model, image }) => [model, image]),
      ...works.map(({ image }) => image),
    ];
    expect(new Set(cids).size).toBe(15);
    for (const cid of cids) expect((await fetch(`${garan.url}/ipfs/${cid}`)).status).toBe(200);
  });

  test("do nothing for who has not signed in", async () => {
    const stranger = new Visitor();
    const paths = ["gas", "gifts/turtle", "yen", "purchases", "orders", "claims", "works"];
    for (const path of ["/pictures", "/applications", ...paths.map((one) => `/${one}`)]) {
      expect((await stranger.post(garan.url, path)).status).not.toBe(200);
    }
    expect((await stranger.post(minato.url, "/gas")).body.error.code).toBe("session-unknown");
  });
});

describe("the sponsor", () => {
  test("fills an account up once, however often and at once it is asked", async () => {
    const visitor = await arrived(minato);
    const answers = await Promise.all([1, 2, 3, 4].map(() => visitor.post(minato.url, "/gas")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const balance = await home.getBalance(visitor.address);
    expect(balance).toBe(10n ** 18n / 50n);
    const again = await visitor.post(minato.url, "/gas");
    expect(again.body).toMatchObject({ given: "0", balance: String(balance) });
  });
});

describe("the gifts", () => {
  test("there is one for each, whatever is asked at once", async () => {
    const visitor = await arrived(minato);
    const asked = ["turtle", "turtle", "pearl", "coral"];
    const answers = await Promise.all(
      asked.map((kind) => visitor.post(minato.url, `/gifts/${kind}`)),
    );
    const given = answers.filter(({ status }) => status === 200);
    expect(given.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const { contract = "", id = "" } = given[0]?.body.token ?? {};
    expect(new Set(given.map(({ body }) => body.token.id)).size).toBe(1);
    const collection = new Contract(contract, creatorCollectionAbi, home);
    expect(await collection.getFunction("ownerOf")(id)).toBe(visitor.address);
    expect(await collection.getFunction("balanceOf")(visitor.address)).toBe(1n);
    expect(await collection.getFunction("tokenURI")(id)).toMatch(/^ipfs:\/\/b/);
    expect((await visitor.post(minato.url, "/gifts/crown")).body.error.code).toBe("gift-unknown");
  });
});

describe("the yen", () => {
  const given = String(30_000n * 10n ** 18n);

  test("is sold for at the same market on both platforms, and given once on each", async () => {
    const visitor = await arrived(minato, garan);
    const markets = await Promise.all(
      [minato, garan].map(async ({ url }) => {
        const { address: at, ...others } = (await visitor.get(url, "/platform.json")).body.market;
        return { market: at, ...others };
      }),
    );
    const { yen, platforms } = zone.ready.money ?? {};
    expect(markets).toEqual([platforms?.minato, platforms?.garan]);
    expect({ ...markets[0], yen: "" }).toEqual({ ...markets[1], yen: "" });
    expect(markets[1]?.yen).toBe(yen?.token);
    for (const { url } of [garan, minato]) {
      // On Minato it has to come over the lane first.
      const ask = async () => (await visitor.post(url, "/yen")).body.balance;
      await expect.poll(ask, { timeout: 30_000, interval: 500 }).toBe(given);
      expect((await visitor.post(url, "/yen")).body).toMatchObject({ given: "0", balance: given });
    }
    const token = new Contract(markets[0]?.yen ?? "", testYenAbi, home);
    expect(String(await token.getFunction("balanceOf")(visitor.address))).toBe(given);
  });

  test("is not given to whom its issuer has blocked", async () => {
    const visitor = await arrived(garan);
    const issuer = (await zone.keys.issuer.open()).connect(away);
    const token = new Contract(zone.money?.yen ?? "", testYenAbi, issuer);
    await (await token.getFunction("setBlocked")(visitor.address, true)).wait();
    const refused = await visitor.post(garan.url, "/yen");
    expect(refused).toMatchObject({ status: 422, body: { error: { code: "yen-refused" } } });
  });
});

describe("the gallery", () => {
  test("sells a print without gas, pays both creators, and hangs the next", async () => {
    const visitor = await arrived(garan);
    const yen = await visitor.post(garan.url, "/yen");
    expect(yen.body).toMatchObject({ given: String(30_000n * 10n ** 18n) });
    expect((await visitor.post(garan.url, "/yen")).body.given).toBe("0");

    const { gallery, market: place } = (await visitor.get(garan.url, "/platform.json")).body;
    const [work] = gallery.artworks;
    if (work === undefined) throw new Error("No work hangs.");
    const { chain } = garan;
    const market = orderMarket({ chain, address: address(place.address), provider: away });
    const order = parseSignedOrder(work.sale.order);
    expect(verifyOrder(order)).toBe("key");
    expect(await market.royaltyOf(order)).toMatchObject({ receiver: order.payee });
    const signed = await signPurchase(visitor.wallet, {
      ...{ order, buyer: visitor.address, recipient: visitor.address, count: 1 },
      currency: await market.currencyOf(order),
      salt: bytes32(hexlify(randomBytes(32))),
      validBefore: Math.floor(Date.now() / 1_000) + 600,
    });
    const cheaper = { ...signed, amount: "1" };
    const refused = await visitor.post(garan.url, "/purchases", cheaper);
    expect(refused.body.error).toMatchObject({ code: "purchase-refused" });
    const thief = await arrived(garan);
    expect((await thief.post(garan.url, "/purchases", signed)).status).toBe(422);

    const token = new Contract(order.currency, testYenAbi, away);
    const split = new Contract(order.payee, splitAbi, away);
    const creators: { payee: string }[] = await split.getFunction("shares")();
    const balances = () =>
      Promise.all(creators.map(({ payee }) => token.getFunction("balanceOf")(payee)));
    const before = await balances();
    const bought = await visitor.post(garan.url, "/purchases", signed);
    expect(bought.status).toBe(200);
    const again = await visitor.post(garan.url, "/purchases", signed);
    expect(again.body.transaction).toBe(bought.body.transaction);
    const gained = (await balances()).map((balance, i) => balance - (before[i] ?? 0n));
    expect(gained).toEqual([8_400n * 10n ** 18n, 3_600n * 10n ** 18n]);
    const art = new Contract(order.collection, creatorCollectionAbi, away);
    expect(await art.getFunction("ownerOf")(order.tokenId)).toBe(visitor.address);
    expect(await away.getBalance(visitor.address)).toBe(0n);

    const next = async () =>
      (await visitor.get(garan.url, "/platform.json")).body.gallery.artworks[0]?.sale;
    const hangs = async () => {
      const sale = await next();
      return sale?.order && orderHash(parseSignedOrder(sale.order)) !== orderHash(order);
    };
    await expect.poll(hangs, { timeout: 20_000, interval: 300 }).toBe(true);
    expect((await next())?.tokenId).not.toBe(work.sale.tokenId);
  });
});

describe("people's trade", () =>
  peopleTrade(() => ({
    ...{ minato, garan, visitor: (place) => arrived(place) },
    provider: (place) => (place === minato ? home : away),
  })));

describe("cash-out", () => cashOut(() => ({ zone, garan, visitor: () => arrived(garan) })));

describe("the fair", () => {
  const job = ["did:web:kujira-logistics.example", "route-planner"] as const;
  const desk = () => {
    const { url = "" } =
      zone.ready.desks?.find(({ organisation }) => organisation === "kujira-logistics") ?? {};
    return url.split("kujira-logistics.")[1] ?? "";
  };

  test("an application reaches one desk, and a withdrawal leaves nothing of it behind", async () => {
    const visitor = await arrived(minato);
    const secret = `Aiko ${hexlify(randomBytes(8))}`;
    const fields = { name: secret, email: "aiko@example.com" };
    const signed = await visitor.application(minato.chain, ...job, fields);
    const { status, body } = await visitor.post(minato.url, "/applications", signed);
    expect(status).toBe(201);
    const seen = await visitor.get(minato.url, "/desk/kujira-logistics", desk());
    expect(seen.body.applications).toMatchObject([{ id: body.id, ...signed }]);
    expect(filesHold(secret)).toBe(true);

    const other = await visitor.get(minato.url, "/desk/shiosai-energy", desk());
    expect(other.body.error.code).toBe("desk-refused");
    const twice = await visitor.post(minato.url, "/applications", signed);
    expect(twice.body.error).toMatchObject({ code: "application-refused", reason: "nonce-used" });

    const taken = await visitor.withdrawal(minato.chain, body.id);
    const path = `/applications/${body.id}/withdrawal`;
    const stranger = await arrived(minato);
    expect((await stranger.post(minato.url, path, taken)).status).toBe(404);
    expect((await visitor.post(minato.url, path, taken)).status).toBe(204);
    const after = await visitor.get(minato.url, "/desk/kujira-logistics", desk());
    expect(after.body).toMatchObject({ applications: [], withdrawn: 1 });
    expect(filesHold(secret)).toBe(false);
    expect(filesHold(visitor.address.slice(2).toLowerCase())).toBe(false);
    const replayed = await visitor.post(minato.url, "/applications", signed);
    expect(replayed.body.error.reason).toBe("nonce-used");
  });

  test("a desk hears of applications, withdrawals and talk as they come, and staff can answer", async () => {
    const visitor = await arrived(minato);
    const stop = new AbortController();
    const heard = await listen("kujira-logistics", desk(), stop.signal);
    const fields = { name: "Ren", email: "ren@example.com" };
    const signed = await visitor.application(minato.chain, ...job, fields);
    const { id } = (await visitor.post(minato.url, "/applications", signed)).body;
    const taken = await visitor.withdrawal(minato.chain, id);
    await visitor.post(minato.url, `/applications/${id}/withdrawal`, taken);
    const answer = { text: "Come by at \u202enoon" };
    const said = await visitor.post(minato.url, "/desk/kujira-logistics/talk", answer, desk());
    expect(said.status).toBe(204);
    await expect.poll(() => heard.text).toContain("Come by at noon");
    stop.abort();
    expect(heard.text.match(/event: .*/g)).toEqual([
      "event: application",
      "event: withdrawal",
      "event: talk",
    ]);
    const { body } = await visitor.get(minato.url, "/desk/kujira-logistics", desk());
    expect(body.talk).toMatchObject([{ text: "Come by at noon", staff: true }]);
  });

  /** Reads a desk's events as they come. */
  async function listen(organisation: string, token: string, signal: AbortSignal) {
    const headers = { authorization: `Bearer ${token}` };
    const url = `${minato.url}/desk/${organisation}/events`;
    const { body } = await fetch(url, { headers, signal });
    const heard = { text: "" };
    const read = async () => {
      const decoder = new TextDecoder();
      for await (const part of body ?? []) heard.text += decoder.decode(part, { stream: true });
    };
    void read().catch(() => undefined);
    return heard;
  }

  /** Whether any file of the platform's database holds some text. */
  function filesHold(text: string): boolean {
    const at = zone.layout.world("minato");
    return readdirSync(at)
      .filter((name) => name.startsWith("world.sqlite"))
      .some((name) => readFileSync(join(at, name)).includes(text));
  }
});

describe("people", () => {
  test("meet, show what the chain says is theirs, and come back after a restart", async () => {
    const [anna, ben] = [new Visitor(), new Visitor()];
    const session = (await anna.signIn(minato)).body.token;
    const annas = await enterHall(minato.url, session, { name: "Anna" });
    const { you } = await annas.next("welcome");
    const bens = await enterHall(minato.url, (await ben.signIn(minato)).body.token, {
      name: "Ben\u202e",
    });
    expect((await bens.next("welcome")).people).toMatchObject([{ id: you, name: "Anna" }]);
    expect((await annas.next("joined")).person.name).toBe("Ben");

    const { token } = (await anna.post(minato.url, "/gifts/lantern")).body;
    annas.say({ t: "hold", token });
    expect(await bens.next("held")).toMatchObject({ id: you, token });
    bens.say({ t: "hold", token });
    expect((await bens.next("refused")).code).toBe("not-yours");

    const at = { x: -14, z: 2, heading: 1 };
    await zone.world("minato").kill();
    await Promise.all([annas.closed, bens.closed]);
    await zone.world("minato").start();
    const again = await enterHall(minato.url, session, { name: "Anna", at });
    expect((await again.next("welcome")).at).toEqual(at);
    again.leave();
  });
});

describe("faults", () => {
  test("a killed server knows its people, gifts and limits when it comes back", async () => {
    const visitor = await arrived(minato);
    const gift = await visitor.post(minato.url, "/gifts/lantern");
    await zone.world("minato").kill();
    await zone.world("minato").start();
    expect((await visitor.get(minato.url, "/session")).status).toBe(200);
    await expect
      .poll(async () => (await visitor.post(minato.url, "/gifts/lantern")).body, {
        timeout: 20_000,
      })
      .toEqual(gift.body);
    const other = await visitor.post(minato.url, "/gifts/pearl");
    expect(other.body.error.code).toBe("gift-taken");
  });

  test("a chain that is gone is said, and what was asked works when it is back", async () => {
    const visitor = await arrived(garan);
    await zone.processes.get("chain-garan").kill();
    const refused = await visitor.post(garan.url, "/gifts/pearl");
    expect(refused).toMatchObject({ status: 503 });
    expect(refused.body.error).toMatchObject({ code: "world-chain", retryable: true });
    await zone.processes.get("chain-garan").start();
    await expect
      .poll(async () => (await visitor.post(garan.url, "/gifts/pearl")).status, {
        timeout: 30_000,
        interval: 500,
      })
      .toBe(200);
  });
});
