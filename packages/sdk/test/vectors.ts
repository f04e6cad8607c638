import { Wallet } from "ethers";
import {
  appendHead,
  checkpointDigest,
  encodeMessage,
  hashMessage,
  hashValidatorSet,
  headsAfter,
  laneId,
  type Message,
  signCheckpoint,
  validatorSet,
  zoneId,
} from "../src/lane/index.ts";
import {
  address,
  type Bytes32,
  bytesToHex,
  chainId,
  chainNumber,
} from "../src/primitives/index.ts";
import { randomMessages } from "./arbitrary-message.ts";
import { councilVectors } from "./council-vectors.ts";
import { exampleMessages } from "./example-messages.ts";
import { intentVectors } from "./intent-vectors.ts";
import { splitVectors } from "./split-vectors.ts";

const SEED = 20_230_227;
const ZONES = ["ryugu-test", "a.b", "zone.example", "x".repeat(63)];
const GATEWAYS = [
  { chain: chainId(31_337), gateway: address(`0x${"11".repeat(20)}`) },
  { chain: chainId(31_338), gateway: address(`0x${"11".repeat(20)}`) },
  { chain: chainId((1n << 64n) - 1n), gateway: address(`0x${"fe".repeat(20)}`) },
] as const;

/** Keys of nobody: Keccak-256 is not even needed to guess them. For vectors only. */
const WALLETS = [1, 2, 3, 4, 5].map((n) => new Wallet(`0x${n.toString(16).padStart(64, "0")}`));

/** Every vector file's content, by name; the same at every run. */
export async function buildVectors(): Promise<Record<string, unknown>> {
  return {
    ids: idVectors(),
    messages: { cases: messageVectors() },
    heads: { cases: headVectors() },
    checkpoints: { cases: await checkpointVectors() },
    council: councilVectors(WALLETS.map((wallet) => address(wallet.address))),
    intents: intentVectors(),
    splits: splitVectors(),
  };
}

function lanes() {
  return ZONES.slice(0, 2).flatMap((name) =>
    GATEWAYS.flatMap((origin) =>
      GATEWAYS.filter((other) => other !== origin).map((destination) => ({
        zoneId: zoneId(name),
        origin,
        destination,
      })),
    ),
  );
}

function idVectors() {
  const addresses = WALLETS.map((wallet) => address(wallet.address));
  const sets = [
    validatorSet(0, 1, addresses.slice(0, 1)),
    validatorSet(0, 3, addresses),
    validatorSet(7, 4, addresses),
  ];
  return {
    zones: ZONES.map((name) => ({ name, zoneId: zoneId(name) })),
    lanes: lanes().map((lane) => ({
      zoneId: lane.zoneId,
      originChainId: chainNumber(lane.origin.chain).toString(),
      originGateway: lane.origin.gateway,
      destinationChainId: chainNumber(lane.destination.chain).toString(),
      destinationGateway: lane.destination.gateway,
      laneId: laneId(lane),
    })),
    validatorSets: sets.map((set) => ({ ...set, setHash: hashValidatorSet(set) })),
  };
}

function messageVectors() {
  const random = randomMessages(SEED, 40);
  const named: [string, Message][] = [
    ...Object.entries(exampleMessages),
    ...random.map((message, i): [string, Message] => [`random ${i + 1}`, message]),
  ];
  return named.map(([name, message]) => {
    const encoded = encodeMessage(message);
    return {
      name,
      fields: toJson(message),
      encoded: bytesToHex(encoded),
      hash: hashMessage(encoded),
    };
  });
}

function headVectors() {
  const hashes = messageVectors().map(({ hash }) => hash);
  return lanes()
    .slice(0, 3)
    .map((lane, i) => {
      const some = hashes.slice(i * 5, i * 5 + 5);
      return { laneId: laneId(lane), messageHashes: some, heads: headsAfter(laneId(lane), some) };
    });
}

async function checkpointVectors() {
  const cases = lanes().map((lane, i) => ({
    zoneId: lane.zoneId,
    checkpoint: {
      laneId: laneId(lane),
      anchor: i % 3,
      sequence: i === 0 ? 1 : i * 1_000_003,
      head: appendHead(laneId(lane), `0x${i.toString(16).padStart(64, "0")}` as Bytes32),
    },
  }));
  return Promise.all(
    cases.map(async ({ zoneId: zone, checkpoint }) => ({
      zoneId: zone,
      ...checkpoint,
      digest: checkpointDigest(zone, checkpoint),
      attestations: await Promise.all(
        WALLETS.slice(0, 3).map(async (wallet) => {
          const { validator, signature } = await signCheckpoint(wallet, zone, checkpoint);
          return { validator, signature };
        }),
      ),
    })),
  );
}

/** Bigints as decimal texts, bytes as hex: what any language's JSON can hold. */
function toJson(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return bytesToHex(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, toJson(v)]));
  }
  return value;
}
