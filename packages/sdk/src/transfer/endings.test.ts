import { creatorCollectionAbi, representation20Abi, representation721Abi } from "@ryugu/contracts";
import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startZoneWorld, type ZoneWorld } from "../../test/chain/zone-world.ts";
import { signRedirect } from "../lane/index.ts";
import { type Address, address, type Bytes32, bytes32, chainId } from "../primitives/index.ts";
import { zoneGateway } from "../zone/index.ts";
import {
  chainArchive,
  chainSource,
  claimCalls,
  claimTransfer,
  deliverCalls,
  deliverTransfer,
  followTransfer,
  type GatewayCall,
  type MessageArchive,
  ProofIncompleteError,
  readAttestations,
  redirectTransfer,
  retryTransfer,
  sendTransfer,
  TransferNotFoundError,
  TransferNotWaitingError,
  type TransferProgress,
  type TransferSource,
  WrongChainError,
} from "./index.ts";

const HOME = chainId(31_337);
const AWAY = chainId(31_338);
const THIRD = chainId(31_339);
/** The person, and somebody else. */
const [PERSON, OTHER] = [1, 2];
const HOUR = 3_600;

let world: ZoneWorld;
let archives: MessageArchive[];
let source: TransferSource;
let shells: Address;
let nextId = 0n;

beforeAll(async () => {
  world = await startZoneWorld([31_337, 31_338, 31_339]);
  const provider = ({ id }: { id: typeof HOME }) => world.chain(id).provider;
  archives = [chainArchive(world.zone, provider)];
  source = chainSource(world.zone, provider);
  shells = await world.collection(HOME, PERSON, 20);
}, 240_000);
afterAll(() => world?.stop());

const accountOf = async (n: number) => address(await world.signer(HOME, n).getAddress());
const now = async (chain = HOME) =>
  (await world.chain(chain).provider.getBlock("latest"))?.timestamp ?? 0;

/** Sends the person's next shell to themselves away. */
async function sendShell(more: { deadline?: number } = {}) {
  nextId += 1n;
  const recipient = await accountOf(PERSON);
  const request = {
    origin: HOME,
    destination: AWAY,
    token: shells,
    ids: [nextId],
    recipient,
    ...more,
  };
  return sendTransfer(world.zone, world.signer(HOME, PERSON), request);
}

async function representation(on = AWAY, token = shells, standard = 1): Promise<Address> {
  return address(await world.gateway(on).getFunction("representationOf")(31_337, token, standard));
}

async function ownerAway(id: bigint): Promise<string> {
  const contract = new Contract(
    await representation(),
    representation721Abi,
    world.chain(AWAY).provider,
  );
  return contract.getFunction("ownerOf")(id);
}

/** Where a transfer stands on the chains, over all of its way. */
async function progress(messageId: Bytes32): Promise<TransferProgress | undefined> {
  const enough = new AbortController();
  let last: TransferProgress | undefined;
  const options = { sources: [source], signal: enough.signal, wait: async () => enough.abort() };
  try {
    for await (last of followTransfer(messageId, options));
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  }
  return last;
}

async function passTime(chain: typeof HOME, seconds: number): Promise<void> {
  await world.chain(chain).provider.send("evm_increaseTime", [seconds]);
  await world.chain(chain).provider.send("evm_mine", []);
}

test("anyone claims a message by attestations from a file, past those before it", async () => {
  await sendShell();
  // The first one brings the collection; what nobody has described cannot be minted.
  await world.deliver(HOME, AWAY);
  const first = await sendShell();
  const second = await sendShell();
  await sendShell();
  const signer = world.signer(AWAY, OTHER);
  const claim = (attestations: Parameters<typeof readAttestations>[1]) =>
    claimTransfer(world.zone, signer, second.messageId, {
      archives,
      attestations: readAttestations(world.zone, attestations),
    });
  const signed = await world.attest(HOME, AWAY);
  await expect(claim(signed.slice(1))).rejects.toThrow(ProofIncompleteError);
  const done = await claim(JSON.stringify({ attestations: signed.toReversed() }));
  expect(done).toMatchObject({ messageId: second.messageId, state: "delivered" });
  expect(await ownerAway(nextId - 1n)).toBe(await accountOf(PERSON));
  expect((await progress(second.messageId))?.state).toBe("delivered");
  expect((await progress(first.messageId))?.state).toBe("final");
  await expect(claim(signed)).rejects.toThrow(TransferNotWaitingError);
  await world.deliver(HOME, AWAY);
  expect((await progress(first.messageId))?.state).toBe("delivered");
});

test("the first of a collection is claimed alone: what tells of the collection goes first", async () => {
  const token = await world.collection(HOME, PERSON, 2);
  const recipient = await accountOf(PERSON);
  const send = (ids: bigint[]) =>
    sendTransfer(world.zone, world.signer(HOME, PERSON), {
      ...{ origin: HOME, destination: AWAY, token, ids, recipient },
    });
  const [one, two] = [await send([1n]), await send([2n])];
  const attestations = await world.attest(HOME, AWAY);
  const told: Bytes32[] = [];
  const claim = (id: Bytes32) =>
    claimTransfer(world.zone, world.signer(AWAY, OTHER), id, {
      archives,
      attestations,
      onCollection: (collection) => told.push(collection),
    });
  const last = await claim(two.messageId);
  expect(last).toMatchObject({ state: "delivered", collections: [{ state: "delivered" }] });
  expect(told).toEqual(last.collections.map(({ messageId }) => messageId));
  const shown = new Contract(
    await representation(AWAY, token),
    representation721Abi,
    world.chain(AWAY).provider,
  );
  expect(await shown.getFunction("tokenURI")(2)).toBe("https://shells.example/2");
  expect(await claim(one.messageId)).toMatchObject({ state: "delivered", collections: [] });
  expect(await shown.getFunction("ownerOf")(1)).toBe(recipient);
});

test("a metadata record that nobody has defined there is claimed first too", async () => {
  const token = await world.collection(HOME, PERSON, 1);
  const recipient = await accountOf(PERSON);
  const minter = new Contract(token, creatorCollectionAbi, world.signer(HOME, PERSON));
  for (const uri of ["pearls/2", "pearls/3"]) {
    await (await minter.getFunction("mint")(recipient, uri)).wait();
  }
  const send = (id: bigint) =>
    sendTransfer(world.zone, world.signer(HOME, PERSON), {
      ...{ origin: HOME, destination: AWAY, token, ids: [id], recipient },
    });
  await send(1n);
  await world.deliver(HOME, AWAY);
  await send(2n);
  const { messageId } = await send(3n);
  const attestations = await world.attest(HOME, AWAY);
  const signer = world.signer(AWAY, OTHER);
  const done = await claimTransfer(world.zone, signer, messageId, { archives, attestations });
  expect(done.collections).toHaveLength(1);
  const at = await representation(AWAY, token);
  const shown = new Contract(at, representation721Abi, world.chain(AWAY).provider);
  expect(await shown.getFunction("tokenURI")(3)).toBe("https://shells.example/pearls/3");
  await world.deliver(HOME, AWAY);
  expect(await shown.getFunction("tokenURI")(2)).toBe("https://shells.example/pearls/2");
});

test("anyone delivers a lane in order, up to a message, with signatures on a later one", async () => {
  const [, second, third] = [await sendShell(), await sendShell(), await sendShell()];
  const attestations = await world.attest(HOME, AWAY);
  const { delivered } = await world.gateway(AWAY).getFunction("inboundLane")(second.laneId);
  const batches: number[] = [];
  const done = await deliverTransfer(world.zone, world.signer(AWAY, OTHER), second.messageId, {
    archives,
    attestations,
    batch: 2,
    onBatch: (sequence) => batches.push(sequence),
  });
  const messages = second.sequence - Number(delivered);
  expect(done).toMatchObject({ state: "delivered", messages });
  expect(batches.at(-1)).toBe(second.sequence);
  expect(done.transactions).toHaveLength(Math.ceil(messages / 2));
  expect(await ownerAway(nextId - 1n)).toBe(await accountOf(PERSON));
  expect((await progress(third.messageId))?.state).toBe("final");
  await expect(
    deliverTransfer(world.zone, world.signer(AWAY, OTHER), second.messageId, { archives }),
  ).rejects.toThrow(TransferNotWaitingError);
  await world.deliver(HOME, AWAY);
});

test("calls are had with a provider alone; who sends them in order has delivered the lane", async () => {
  const sent = [await sendShell(), await sendShell(), await sendShell()];
  const last = sent.at(-1)?.messageId as Bytes32;
  const { provider } = world.chain(AWAY);
  const calls: GatewayCall[] = [];
  for await (const call of deliverCalls(world.zone, provider, last, {
    archives,
    batch: 2,
    attestations: await world.attest(HOME, AWAY),
  })) {
    calls.push(call);
  }
  const carried = calls.flatMap(({ messages }) => messages.map(({ messageId }) => messageId));
  expect(carried.slice(-sent.length)).toEqual(sent.map(({ messageId }) => messageId));
  expect((await progress(last))?.state).toBe("final");
  const home = world.chain(HOME).provider;
  await expect(claimCalls(world.zone, home, last, { archives })).rejects.toThrow(WrongChainError);
  for (const { to, data } of calls) {
    await (await world.signer(AWAY, OTHER).sendTransaction({ to, data })).wait();
  }
  expect((await progress(last))?.state).toBe("delivered");
});

const quarantine = async () => {
  const token = await representation();
  const until = (await now(AWAY)) + HOUR;
  const act = { counterpartChain: null, token, until };
  await world.act(AWAY, "ExtendPause", "extendPause", act, [0, token, until]);
};
const lift = async () => {
  const token = await representation();
  await world.act(AWAY, "LiftPause", "liftPause", { counterpartChain: null, token }, [0, token]);
};

test("what is parked is retried by anyone, or redirected by whom it is for", async () => {
  const [one, two, three] = [await sendShell(), await sendShell(), await sendShell()];
  const retry = (id: Bytes32) =>
    retryTransfer(world.zone, world.signer(AWAY, OTHER), id, { archives });
  await expect(retry(one.messageId)).rejects.toThrow(TransferNotWaitingError);
  await quarantine();
  await world.deliver(HOME, AWAY);
  expect(await progress(one.messageId)).toMatchObject({
    state: "parked",
    parkedReason: expect.stringContaining("CollectionQuarantined"),
  });
  await expect(retry(one.messageId)).rejects.toMatchObject({
    code: "transfer-refused",
    details: [expect.stringContaining("CollectionQuarantined")],
  });
  await lift();
  expect(await retry(one.messageId)).toMatchObject({ state: "delivered" });
  expect((await progress(one.messageId))?.state).toBe("delivered");

  const recipient = await accountOf(OTHER);
  const redirect = (
    id: Bytes32,
    n: number,
    signed?: { expiry: number; signature: `0x${string}` },
  ) =>
    redirectTransfer(world.zone, world.signer(AWAY, n), id, {
      archives,
      recipient,
      ...(signed && { signed }),
    });
  await expect(redirect(two.messageId, OTHER)).rejects.toMatchObject({ code: "transfer-refused" });
  expect(await redirect(two.messageId, PERSON)).toMatchObject({ state: "delivered" });
  const expiry = (await now(AWAY)) + HOUR;
  const on = zoneGateway(world.zone, AWAY);
  const wish = { messageId: three.messageId, recipient, expiry };
  const signature = await signRedirect(world.signer(AWAY, PERSON), world.zone.id, on, wish);
  expect(await redirect(three.messageId, OTHER, { expiry, signature })).toMatchObject({
    state: "delivered",
  });
  expect([await ownerAway(nextId - 1n), await ownerAway(nextId)]).toEqual([recipient, recipient]);
});

test("what comes too late goes back by itself, and is followed until it is given back", async () => {
  const deadline = (await now()) + 120;
  const late = await sendShell({ deadline });
  await passTime(AWAY, 600);
  await world.deliver(HOME, AWAY);
  const returned = await progress(late.messageId);
  expect(returned).toMatchObject({ state: "returned", returning: { state: "in-flight" } });
  expect(returned?.legs.map(({ kind, state }) => [kind, state])).toEqual([
    ["transfer", "returned"],
    ["return", "final"],
  ]);
  await world.deliver(AWAY, HOME);
  expect(await progress(late.messageId)).toMatchObject({
    state: "returned",
    returning: { state: "given-back" },
  });
  const collection = new Contract(shells, representation721Abi, world.chain(HOME).provider);
  expect(await collection.getFunction("ownerOf")(nextId)).toBe(await accountOf(PERSON));
});

test("a parked message retried after its deadline is returned, and says so", async () => {
  const late = await sendShell({ deadline: (await now(AWAY)) + 1_200 });
  await quarantine();
  await world.deliver(HOME, AWAY);
  await passTime(AWAY, 1_800);
  const done = await retryTransfer(world.zone, world.signer(AWAY, OTHER), late.messageId, {
    archives,
  });
  expect(done).toMatchObject({ state: "returned" });
  expect(await progress(late.messageId)).toMatchObject({
    state: "returned",
    returning: { messageId: done.returnId, state: "in-flight" },
  });
  await lift();
});

test("from chain to chain through home, ERC-721 and ERC-20, each followed over both lanes", async () => {
  const yen = await world.money(HOME, PERSON, 1_000n);
  const recipient = await accountOf(PERSON);
  const toAway = await sendTransfer(world.zone, world.signer(HOME, PERSON), {
    origin: HOME,
    destination: AWAY,
    token: yen,
    ids: [],
    amounts: [700n],
    recipient,
  });
  expect(toAway.gasUsed.approve).toBeGreaterThan(0n);
  await world.deliver(HOME, AWAY);
  const onward = (amount: bigint) => async () =>
    sendTransfer(world.zone, world.signer(AWAY, PERSON), {
      origin: AWAY,
      destination: THIRD,
      token: await representation(AWAY, yen, 3),
      ids: [],
      amounts: [amount],
      recipient: await accountOf(OTHER),
      deadline: (await now(HOME)) + 10 * HOUR,
    });
  const [first, second] = [await onward(100n)(), await onward(100n)()];
  expect(first).toMatchObject({ destination: THIRD, through: HOME });
  expect((await progress(first.messageId))?.legs).toMatchObject([
    { kind: "forward", state: "final" },
  ]);
  await world.deliver(AWAY, HOME);
  const [one, two] = [await progress(first.messageId), await progress(second.messageId)];
  expect(one).toMatchObject({
    state: "attested",
    legs: [{ state: "delivered" }, { state: "final" }],
  });
  expect(two?.legs[1]?.sequence).toBe((one?.legs[1]?.sequence ?? 0) + 1);
  await world.deliver(HOME, THIRD);
  expect((await progress(first.messageId))?.state).toBe("delivered");
  const money = new Contract(
    await representation(THIRD, yen, 3),
    representation20Abi,
    world.chain(THIRD).provider,
  );
  expect(await money.getFunction("balanceOf")(await accountOf(OTHER))).toBe(200n);
});

test("what is sent and not owned, and an id that nobody knows, are named before a chain is asked to act", async () => {
  const yen = await world.money(HOME, PERSON, 5n);
  const request = { origin: HOME, destination: AWAY, token: yen, ids: [], amounts: [6n] };
  await expect(
    sendTransfer(world.zone, world.signer(HOME, PERSON), { ...request, recipient: yen }),
  ).rejects.toMatchObject({ code: "not-owner" });
  await expect(
    retryTransfer(world.zone, world.signer(AWAY, OTHER), bytes32(`0x${"11".repeat(32)}`), {
      archives,
    }),
  ).rejects.toThrow(TransferNotFoundError);
});
