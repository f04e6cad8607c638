import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gatewayAbi } from "@ryugu/contracts";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import { chainId } from "@ryugu/sdk/primitives";
import { sendTransfer, type TransferStatus } from "@ryugu/sdk/transfer";
import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { account, freePort, startChain, type TestChain } from "./harness/anvil.ts";
import { prepareNode, type TestNode, until } from "./harness/node.ts";
import { deployZone, type TestZone } from "./harness/zone.ts";

const HOME = 31_337;
const AWAY = 31_338;

let home: TestChain;
let away: TestChain;
let testZone: TestZone;
let node: TestNode;

beforeAll(async () => {
  [home, away] = await Promise.all([startChain(HOME), startChain(AWAY)]);
  const port = await freePort();
  testZone = await deployZone([home, away], [`http://127.0.0.1:${port}`], 1);
  const folder = mkdtempSync(join(tmpdir(), "node-"));
  node = prepareNode({ testZone, folder, index: 0, port, relayer: account(5) });
  await node.start();
}, 90_000);

afterAll(async () => {
  await node?.kill("SIGTERM");
  await Promise.all([home?.stop(), away?.stop()]);
});

const person = account(0);

function send(ids: bigint[]) {
  return sendTransfer(testZone.zone, person.connect(home.provider), {
    origin: chainId(HOME),
    destination: chainId(AWAY),
    token: testZone.collection,
    ids,
    recipient: person.address as Address,
  });
}

const statusOf = (messageId: Bytes32) => node.get<TransferStatus>(`/v1/transfers/${messageId}`);

async function delivered(messageId: Bytes32, timeout = 20_000): Promise<TransferStatus> {
  await until(
    async () => (await statusOf(messageId)).state === "delivered",
    timeout,
    "delivery",
  ).catch((e) => {
    throw new Error(`${e}\n${node.logs().split("\n").slice(-60).join("\n")}`);
  });
  return statusOf(messageId);
}

test("a transfer is seen, becomes final, is attested and delivered", async () => {
  const { messageId } = await send([1n]);
  const status = await delivered(messageId);
  expect(status).toMatchObject({
    kind: "transfer",
    quorum: 1,
    signers: [testZone.validators[0]?.address],
  });
  const gateway = new Contract(
    testZone.zone.manifest.chains[1]?.gateway ?? "",
    gatewayAbi,
    away.provider,
  );
  const representation = await gateway.getFunction("representationOf")(
    HOME,
    testZone.collection,
    1,
  );
  const token = new Contract(
    representation,
    ["function ownerOf(uint256) view returns (address)"],
    away.provider,
  );
  expect(await token.getFunction("ownerOf")(1)).toBe(person.address);
}, 40_000);
