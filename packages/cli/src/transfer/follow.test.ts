import {
  appendHead,
  encodeMessage,
  hashMessage,
  laneId,
  type TransferMessage,
} from "@ryugu/sdk/lane";
import { address, type Bytes32, chainId } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import { Interface, toBeHex, zeroPadValue } from "ethers";
import { expect, test } from "vitest";
import { type FakeChain, fakeChain } from "../../test/support/fake-chain.ts";
import { run } from "../../test/support/test-cli.ts";
import { GATEWAYS, localZoneFolder, type testManifest } from "../../test/support/test-zone.ts";

const GATEWAY = new Interface([
  "event MessageSent(bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes message)",
  "function isConsumed(bytes32, uint64, bytes32) view returns (bool)",
  "function parkedMessage(bytes32) view returns (bytes32)",
]);
const PERSON = address("0x4000000000000000000000000000000000000001");
const [MINATO, GARAN] = [chainId("eip155:31001"), chainId("eip155:31002")];
const MESSAGE: TransferMessage = {
  kind: "transfer",
  standard: "erc721",
  deadline: 1_900_000_000,
  homeChain: MINATO,
  homeToken: address("0x2000000000000000000000000000000000000001"),
  sourceChain: MINATO,
  sender: PERSON,
  refundAccount: PERSON,
  destinationChain: GARAN,
  recipient: PERSON,
  reference: "0x",
  assets: [{ id: 7n, amount: 1n, metadata: { form: "decimal", record: 1 } }],
};
const HASH = `0x${"ee".repeat(32)}`;

/** A lane with one message, as a chain that has it and as a node that reports it. */
function sentMessage({ manifest }: Pick<Awaited<ReturnType<typeof testManifest>>, "manifest">) {
  const lane = laneId({
    zoneId: manifest.zoneId,
    origin: { chain: MINATO, gateway: GATEWAYS["eip155:31001"] },
    destination: { chain: GARAN, gateway: GATEWAYS["eip155:31002"] },
  });
  const message = encodeMessage(MESSAGE);
  const id = appendHead(lane, hashMessage(message));
  const log = {
    ...GATEWAY.encodeEventLog("MessageSent", [lane, 1, id, message]),
    address: GATEWAYS["eip155:31001"],
    blockNumber: "0x9",
    transactionHash: HASH,
  };
  const place = (chain: string, time: number) => ({ chain, hash: HASH, block: 9, time });
  const status = (state: TransferStatus["state"], signers: number): TransferStatus => ({
    messageId: id,
    laneId: lane,
    sequence: 1,
    kind: "transfer",
    state,
    originChain: MINATO,
    destinationChain: GARAN,
    homeChain: MINATO,
    homeToken: MESSAGE.homeToken,
    standard: "erc721",
    assets: [{ id: "7", amount: "1" }],
    deadline: MESSAGE.deadline,
    signers: manifest.partners.slice(0, signers).map(({ validator }) => validator),
    quorum: 3,
    sent: place(MINATO, 1_800_000_000),
    ...(state === "delivered" && { delivered: place(GARAN, 1_800_000_070) }),
    ...(state === "parked" && { parkedReason: "Paused()\u001b[2J" }),
  });
  return { id, lane, log, status };
}

interface Story {
  /** What the nodes say, one after the other; the last again and again. Nothing: they are dead. */
  told: (readonly [TransferStatus["state"], number])[];
  /** Whether the destination has delivered. */
  delivered?: boolean;
  isSent?: boolean;
}

async function follow(story: Story, ...more: string[]) {
  const { told, delivered = false, isSent = true } = story;
  let known: ReturnType<typeof sentMessage> | undefined;
  const { minato, garan } = {
    minato: await fakeChain({
      chainNumber: 31_001,
      logs: ([, , , id]) =>
        isSent && known !== undefined && id === known.id ? ([known.log] as never) : [],
    }),
    garan: await fakeChain({
      chainNumber: 31_002,
      contracts: {
        [GATEWAYS["eip155:31002"]]: {
          abi: GATEWAY.fragments,
          answer: (name) => (name === "isConsumed" ? delivered : zeroPadValue("0x", 32)),
        },
      },
    }),
  };
  await using _minato: FakeChain = minato;
  await using _garan: FakeChain = garan;
  using folder = await localZoneFolder({
    rpcUrls: { "eip155:31001": [minato.url], "eip155:31002": [garan.url] },
  });
  const message = sentMessage(folder);
  known = message;
  const script = told.map(([state, signers]) => message.status(state, signers));
  const fetch = async () => {
    const next = script.length > 1 ? script.shift() : script[0];
    if (next === undefined) throw new TypeError("fetch failed");
    return Response.json(next);
  };
  const ran = await run(["transfer", "follow", message.id, ...more], {
    cwd: folder.path,
    fetch,
    ...(more.includes("--timeout") ? {} : { wait: async () => {} }),
  });
  return { ...ran, id: message.id as Bytes32 };
}

const JOURNEY: Story["told"] = [
  ["sent", 0],
  ["final", 1],
  ["attested", 4],
  ["delivered", 4],
];

test("people see each state and each partner's signature once", async () => {
  const { exitCode, stdout } = await follow({ told: JOURNEY, delivered: true });
  expect(exitCode).toBe(0);
  const told = stdout.split("\n").filter((line) => line.startsWith("  "));
  expect(told.map((line) => line.trim().split(/\s+/).slice(0, 4).join(" "))).toEqual([
    "✓ sent block 9",
    "✓ final",
    "✓ signed Otohime Trust",
    "✓ signed 浦島カード 2",
    "✓ signed Tamatebako Print",
    "✓ signed Sango Insurance",
    "✓ delivered block 9",
  ]);
  expect(stdout).toContain("Minato → Garan");
  expect(stdout).toContain("1 min 10 s after sending");
});

test("machines get one line of JSON for each change", async () => {
  const { exitCode, stdout } = await follow({ told: JOURNEY, delivered: true }, "--json");
  expect(exitCode).toBe(0);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ state, signers }) => [state, signers.length])).toEqual(JOURNEY);
});

test("with every node dead the chains alone tell", async () => {
  const { exitCode, stdout } = await follow({ told: [], delivered: true }, "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ state: "delivered" });
});

test("a delivery that only a node claims is not believed", async () => {
  const { exitCode, stdout, stderr } = await follow(
    { told: [["delivered", 3]], delivered: false },
    "--timeout",
    "1s",
    "--json",
  );
  expect(exitCode).toBe(5);
  expect(stdout).not.toContain('"state":"delivered"');
  expect(JSON.parse(stderr)).toMatchObject({ code: "follow-timeout" });
});

test("a parked transfer is followed on, with a reason that cannot steer the terminal", async () => {
  const { stdout } = await follow({ told: [["parked", 3]] }, "--timeout", "1s");
  expect(stdout).toContain("Paused()");
  expect(stdout).toContain("until 2030-03-17");
  expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
});

test("an id that nobody knows is not found", async () => {
  const { exitCode, stderr } = await follow({ told: [], isSent: false }, "--json");
  expect(exitCode).toBe(3);
  expect(JSON.parse(stderr)).toMatchObject({ code: "transfer-not-found" });
});

test("an id that is none is a usage error", async () => {
  using folder = await localZoneFolder();
  const { exitCode } = await run(["transfer", "follow", "0x12"], { cwd: folder.path });
  expect(exitCode).toBe(2);
});

test("when neither nodes nor chains can be asked, that is not 'not found'", async () => {
  using folder = await localZoneFolder();
  const fetch = async () => Promise.reject(new TypeError("fetch failed"));
  const args = ["transfer", "follow", toBeHex(1, 32), "--json"];
  const { exitCode, stderr } = await run(args, {
    cwd: folder.path,
    fetch,
    wait: async () => {},
  });
  expect(exitCode).toBe(5);
  expect(JSON.parse(stderr)).toMatchObject({ code: "transfer-source" });
});
