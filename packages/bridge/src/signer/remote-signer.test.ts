import { statSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { signCheckpoint, validatorSet, zoneDomain } from "@ryugu/sdk/lane";
import { address, chainId } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/harness/temporary-folder.ts";
import { SET, VALIDATORS, ZONE_ID } from "../../test/model/attestations.ts";
import { accountOf, word } from "../../test/model/messages.ts";
import { remoteSigner, type SignerAccess, signerHealth } from "./remote-signer.ts";
import { openGuard } from "./service/guard.ts";
import { type SignerAddress, type SignerService, startSigner } from "./service/server.ts";
import { creatorStatement, signerContract } from "./signer.contract.ts";

const [wallet = Wallet.createRandom()] = VALIDATORS;
const account = address(wallet.address);
const checkpoint = { laneId: word("lane"), anchor: 0, sequence: 32, head: word("head") };

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Asked {
  zoneId?: typeof ZONE_ID;
  memory?: string;
  address?: SignerAddress;
  token?: string;
}

/** A signer with the first validator's key, and what it said and refused. */
async function start(asked: Asked = {}) {
  const { zoneId = ZONE_ID, memory = ":memory:" } = asked;
  const socket = join(temporaryFolder(), "signer.sock");
  const guard = openGuard(memory, `${zoneId}/${account}`);
  const refusals: unknown[] = [];
  const signed: string[] = [];
  const service: SignerService = await startSigner({
    zoneId,
    key: { account, signer: wallet },
    guard,
    address: asked.address ?? { socket },
    token: asked.token,
    onSigned: ({ primaryType }) => signed.push(primaryType),
    onRefused: (error) => refusals.push(error),
  });
  const stop = async () => {
    await service.stop();
    guard.close();
  };
  ends.push(() => stop().catch(() => undefined));
  const access: SignerAccess = { at: { socket }, timeout: 5_000 };
  return { socket, service, refusals, signed, stop, access };
}

const signerAt = (access: SignerAccess, zoneId = ZONE_ID) =>
  remoteSigner({ ...access, zoneId, validator: account });

signerContract("a key in another process", async () => signerAt((await start()).access));

test("its socket is for its own user, and it says whose key it keeps", async () => {
  const { socket, access } = await start();
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  expect(await signerHealth(access)).toMatchObject({ validator: account, zoneId: ZONE_ID });
});

test("it never signs two heads at one place, whatever the node forgot, and however often it is started", async () => {
  const memory = join(temporaryFolder(), "memory.sqlite");
  const first = await start({ memory });
  const { signature } = await signerAt(first.access).sign(checkpoint);
  const other = { ...checkpoint, head: word("other") };
  await expect(signerAt(first.access).sign(other)).rejects.toMatchObject({
    code: "signing-refused",
    details: expect.arrayContaining([`Signed before: ${checkpoint.head}`]),
  });
  await first.stop();
  const second = await start({ memory });
  await expect(signerAt(second.access).sign(other)).rejects.toMatchObject({
    code: "signing-refused",
  });
  expect((await signerAt(second.access).sign(checkpoint)).signature).toBe(signature);
  expect(second.refusals).toHaveLength(1);
  expect(second.signed).toEqual(["Checkpoint"]);
});

test("it signs one rotation from an epoch, and one manifest of a version", async () => {
  const signer = signerAt((await start()).access);
  const rotation = { set: validatorSet(1, 3, SET.validators), validFrom: 0 };
  await signer.signDocument("rotation", rotation);
  await expect(
    signer.signDocument("rotation", { ...rotation, validFrom: 9 }),
  ).rejects.toMatchObject({ code: "signing-refused" });
});

test("a memory of another key or zone is refused, and one that another process has", async () => {
  const memory = join(temporaryFolder(), "memory.sqlite");
  await start({ memory });
  expect(() => openGuard(memory, `${ZONE_ID}/${account}`)).toThrow("cannot be read or written");
  const other = join(temporaryFolder(), "memory.sqlite");
  openGuard(other, "someone").close();
  expect(() => openGuard(other, `${ZONE_ID}/${account}`)).toThrow("another key or zone");
});

test("another zone's checkpoint is refused", async () => {
  const { access } = await start();
  await expect(signerAt(access, word("elsewhere")).sign(checkpoint)).rejects.toMatchObject({
    code: "signing-refused",
  });
});

/** A request that is in order, as it goes over the wire. */
const inOrder = {
  primaryType: "Checkpoint",
  domain: zoneDomain(ZONE_ID),
  message: { ...checkpoint },
};
const rotationRequest = {
  primaryType: "Rotation",
  domain: zoneDomain(ZONE_ID),
  message: { zoneId: ZONE_ID, from: 0, to: 1, setHash: word("set"), k: 3, validFrom: 0 },
};
const act = {
  primaryType: "RetireLane",
  domain: zoneDomain(ZONE_ID),
  message: { nonce: 1, counterpartChainId: 2 },
};

test.each<[string, unknown, number]>([
  ["no JSON", "{", 400],
  ["no request", {}, 400],
  ["a bare digest", { digest: word("digest") }, 400],
  ["a type that it does not know", { ...inOrder, primaryType: "Transfer" }, 422],
  ["a type by another's name", { ...inOrder, primaryType: "constructor" }, 422],
  ["a field too many", { ...inOrder, message: { ...checkpoint, more: 1 } }, 422],
  ["a field too few", { ...inOrder, message: { laneId: word("lane") } }, 422],
  ["a field of another type", { ...inOrder, message: { ...checkpoint, sequence: "many" } }, 422],
  ["a number below zero", { ...inOrder, message: { ...checkpoint, sequence: -1 } }, 422],
  ["an act of no gateway", act, 422],
  ["a digest without what it stands for", rotationRequest, 422],
  [
    "a digest of something else",
    {
      ...rotationRequest,
      document: {
        set: { epoch: 1, quorum: 3, validators: [...SET.validators] },
        validFrom: 0,
      },
    },
    422,
  ],
  [
    "another validator's pause",
    {
      primaryType: "Pause",
      domain: { ...zoneDomain(ZONE_ID), chainId: "7", verifyingContract: accountOf("gateway") },
      message: {
        validator: accountOf("another"),
        counterpartChainId: 0,
        token: accountOf("token"),
        duration: 60,
        nonce: 0,
      },
    },
    422,
  ],
])("%s is refused, and what is in order is signed after it", async (_, body, status) => {
  const { service, refusals, signed } = await start({
    address: { host: "127.0.0.1", port: 0 },
    token: "a token",
  });
  const ask = (what: unknown) =>
    fetch(`http://127.0.0.1:${service.port}/v1/sign`, {
      method: "POST",
      headers: { authorization: "Bearer a token" },
      body: typeof what === "string" ? what : JSON.stringify(what),
    });
  const answer = await ask(body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: { code: expect.any(String) } });
  expect(refusals).toHaveLength(1);
  expect(signed).toEqual([]);
  expect((await ask(inOrder)).status).toBe(200);
});

test("without its token a port signs nothing, and a request without end is cut off", async () => {
  const { service } = await start({ address: { host: "127.0.0.1", port: 0 }, token: "a token" });
  const url = `http://127.0.0.1:${service.port}`;
  const access = { at: { url }, timeout: 5_000 };
  await expect(signerAt(access).sign(checkpoint)).rejects.toMatchObject({
    code: "signer-unavailable",
    details: expect.arrayContaining([expect.stringContaining("unauthorized")]),
  });
  const told = { ...access, token: "a token" };
  expect((await signerAt(told).sign(checkpoint)).validator).toBe(account);
  const endless = fetch(`${url}/v1/sign`, {
    method: "POST",
    headers: { authorization: "Bearer a token" },
    body: "1".repeat(17 * 1024 * 1024),
  });
  const status = await endless.then(
    (answer) => answer.status,
    () => 413,
  );
  expect(status).toBe(413);
  expect((await signerAt(told).sign(checkpoint)).validator).toBe(account);
});

function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      resolve(`http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`);
    });
  });
}

test.each<[string, RequestListener | undefined]>([
  ["is away", undefined],
  ["stalls", () => undefined],
  ["answers nonsense", (_, answer) => answer.end("<html>")],
  [
    "is not able to now",
    (_, answer) => answer.writeHead(503).end('{"error":{"code":"x","message":"y","details":[]}}'),
  ],
])("a signer that %s: ask again later", async (_, listener) => {
  const url = listener === undefined ? "http://127.0.0.1:9" : await serve(listener);
  await expect(signerAt({ at: { url }, timeout: 200 }).sign(checkpoint)).rejects.toMatchObject({
    code: "signer-unavailable",
    retryable: true,
  });
});

test("a signature by another key is not taken", async () => {
  const { signature } = await signCheckpoint(Wallet.createRandom(), ZONE_ID, checkpoint);
  const url = await serve((_, answer) => answer.end(JSON.stringify({ signature })));
  await expect(signerAt({ at: { url }, timeout: 5_000 }).sign(checkpoint)).rejects.toMatchObject({
    code: "signing-refused",
  });
});

test("a creator's statement that does not add up is not signed", async () => {
  const signer = signerAt((await start()).access);
  const statement = creatorStatement();
  const yen = { ...statement.totals.yen, net: "1000000" };
  const wrong = { ...statement, totals: { ...statement.totals, yen } };
  await expect(signer.signDocument("creator-statement", wrong)).rejects.toMatchObject({
    code: "signing-refused",
  });
});

test("an act for one gateway goes over the wire whole", async () => {
  const signer = signerAt((await start()).access);
  const on = { chain: chainId(7), gateway: accountOf("gateway") };
  const decision = {
    on,
    nonce: 1,
    name: "RetireLane",
    act: { counterpartChain: chainId(8) },
  } as const;
  expect(await signer.signDocument("council-act", decision)).toMatch(/^0x[0-9a-f]{128}$/);
});
