import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { protocolHarnessAbi, protocolHarnessBytecode } from "@ryugu/contracts/artifacts";
import {
  appendHead,
  checkpointDigest,
  decodeMessage,
  encodeMessage,
  hashMessage,
  headsAfter,
  type TransferMessage,
  zoneId,
} from "@ryugu/sdk/lane";
import { address, type Bytes32, bytesToHex, type Hex } from "@ryugu/sdk/primitives";
import { ContractFactory, Interface, JsonRpcProvider, Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomMessages } from "../../sdk/test/arbitrary-message.ts";
import { anvilPlan, localUrl } from "../src/chain/anvil.ts";
import { genesisState } from "../src/chain/genesis.ts";
import { freePorts } from "../src/process/free-ports.ts";
import { SupervisedProcess } from "../src/process/supervised-process.ts";

const MESSAGES = 10_000;
const BATCH = 50;
const CHAIN = 31_009;
const key = new Wallet(`0x${"43".repeat(32)}`);
const harness = new Interface(protocolHarnessAbi);
const zone = zoneId("ryugu-differential");
const folder = mkdtempSync(join(tmpdir(), "ryugu-differential-"));
const [port = 0] = await freePorts(1);
const url = localUrl(port);
let deployed: string;

const chain = new SupervisedProcess(
  anvilPlan({
    name: "differential",
    number: CHAIN,
    port,
    statePath: join(folder, "state.json"),
    logPath: join(folder, "chain.log"),
    genesis: () => genesisState([address(key.address)], Math.floor(Date.now() / 1_000)),
  }),
);

beforeAll(async () => {
  await chain.start();
  const provider = new JsonRpcProvider(url, CHAIN, { staticNetwork: true });
  const factory = new ContractFactory(
    protocolHarnessAbi,
    protocolHarnessBytecode,
    key.connect(provider),
  );
  const contract = await (await factory.deploy()).waitForDeployment();
  deployed = await contract.getAddress();
  provider.destroy();
});

afterAll(async () => {
  await chain.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks the contract many questions in one request. */
async function ask(name: string, questions: readonly (readonly unknown[])[]): Promise<unknown[]> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(
      questions.map((args, id) => ({
        jsonrpc: "2.0",
        id,
        method: "eth_call",
        params: [{ to: deployed, data: harness.encodeFunctionData(name, args) }, "latest"],
      })),
    ),
  });
  const answers = (await response.json()) as { id: number; result: Hex }[];
  const results: unknown[] = [];
  for (const { id, result } of answers) {
    const decoded = harness.decodeFunctionResult(name, result);
    results[id] = decoded.length === 1 ? decoded[0] : decoded;
  }
  return results;
}

const batches = <T>(all: readonly T[]) =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) =>
    all.slice(i * BATCH, (i + 1) * BATCH),
  );

test(`message hash, head and checkpoint digest are the contract's for ${MESSAGES} random messages`, async () => {
  const seed = Date.now() % 2 ** 31;
  const messages = randomMessages(seed, MESSAGES).map(encodeMessage);
  let head: Bytes32 = zone;
  let sequence = 0;
  for (const batch of batches(messages)) {
    const hashes = batch.map(hashMessage);
    const heads = headsAfter(head, hashes);
    const checkpoints = heads.map((at, i) => ({
      laneId: appendHead(at, zone),
      anchor: (sequence + i) % 5,
      sequence: sequence + i + 1,
      head: at,
    }));
    const digests = checkpoints.map((checkpoint) => checkpointDigest(zone, checkpoint));
    const asked = await Promise.all([
      ask(
        "messageHash",
        batch.map((message) => [message]),
      ),
      ask("headAfter", [[head, batch]]),
      ask(
        "checkpointDigest",
        checkpoints.map((c) => [zone, c.laneId, c.anchor, c.sequence, c.head]),
      ),
    ]);
    expect(asked, `seed ${seed}, from message ${sequence + 1}`).toEqual([
      hashes,
      [heads.at(-1)],
      digests,
    ]);
    head = heads.at(-1) ?? head;
    sequence += batch.length;
  }
  expect(sequence).toBe(MESSAGES);
});

test("ERC-721 transfers mean the same to both", async () => {
  const transfers = randomMessages(7, 2_000).filter(
    (m): m is TransferMessage => m.kind === "transfer" && m.standard === "erc721",
  );
  expect(transfers.length).toBeGreaterThan(50);
  for (const batch of batches(transfers)) {
    const encoded = batch.map(encodeMessage);
    const answers = await ask(
      "decodeTransfer",
      encoded.map((message) => [message]),
    );
    const read = answers.map((answer) => {
      const { ref, t } = answer as { ref: Hex; t: Record<string, unknown> };
      return [
        ref,
        t.count,
        t.deadline,
        t.homeChainId,
        t.homeToken,
        t.sender,
        t.refundAccount,
        t.recipient,
      ];
    });
    const meant = encoded.map((message) => {
      const m = decodeMessage(bytesToHex(message)) as TransferMessage;
      const home = BigInt(m.homeChain.slice("eip155:".length));
      const count = BigInt(m.assets.length);
      return [
        m.reference,
        count,
        BigInt(m.deadline),
        home,
        m.homeToken,
        m.sender,
        m.refundAccount,
        m.recipient,
      ];
    });
    expect(read).toEqual(meant);
  }
});
