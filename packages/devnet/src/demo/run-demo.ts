import { gatewayAbi } from "@ryugu/contracts";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { type Address, address, isSameAddress } from "@ryugu/sdk/primitives";
import {
  chainSource,
  followTransfer,
  nodeSource,
  type SentTransfer,
  sendTransfer,
  type TransferState,
} from "@ryugu/sdk/transfer";
import { Contract, type JsonRpcProvider, type Wallet } from "ethers";
import type { RunningZone } from "../zone/running-zone.ts";
import {
  approveAll,
  deployCollection,
  mintedCount,
  mintPieces,
  ownerOf,
} from "./demo-collection.ts";
import { type DemoRecord, readDemoRecord, writeDemoRecord } from "./demo-record.ts";
import { type PublishedCollection, publishTreasures } from "./publish.ts";
import { TREASURES } from "./treasures/index.ts";

/** One thing that happened in the demo, with its time in milliseconds and its gas where it cost some. */
export interface DemoEvent {
  what: string;
  took?: number;
  gas?: bigint;
}

/** Where a piece is when the demo has ended. */
export interface DemoPiece {
  id: string;
  name: string;
  /** The slug of the chain where somebody holds it; undefined while it crosses. */
  at?: string;
  owner?: Address;
}

/** What the demo leaves behind. */
export interface DemoOutcome {
  collection: Address;
  representation: Address;
  pieces: DemoPiece[];
}

/** The demo's home and the chain it visits. */
const HOME = "minato";
const AWAY = "garan";
/** The piece that comes home. */
const RETURNING = 3n;
const ERC721 = 1;
const FOLLOW_INTERVAL = 200;

/** Everything that the demo's steps share. */
interface Stage {
  zone: RunningZone;
  person: Wallet;
  home: JsonRpcProvider;
  away: JsonRpcProvider;
  tell: (event: DemoEvent) => void;
  record: DemoRecord;
  save: (news: DemoRecord) => void;
  signal: AbortSignal | undefined;
}

const ids = TREASURES.map((_, i) => BigInt(i + 1));

/**
 * Mints a small collection at home, sends it across and brings one piece home, telling each step. Everything goes
 * through the SDK with the person's own key. What an earlier start has done is not done again.
 */
export async function runDemo(
  zone: RunningZone,
  tell: (event: DemoEvent) => void,
  signal?: AbortSignal,
): Promise<DemoOutcome> {
  const [home, away] = [zone.provider(HOME), zone.provider(AWAY)];
  const record = readDemoRecord(zone.layout.demo);
  const save = (news: DemoRecord) => {
    Object.assign(record, news);
    writeDemoRecord(zone.layout.demo, record);
  };
  try {
    const person = await zone.keys.person.open();
    const stage: Stage = { zone, person, home, away, tell, record, save, signal };
    const collection = await ensureMinted(stage);
    const representation = await representationOf(stage, collection);
    if (record.done !== true) {
      await ensureAcross(stage, collection);
      await ensureOneHome(stage, collection, representation);
      save({ done: true });
    }
    const pieces = await wherePiecesAre(stage, collection, representation);
    return { collection, representation, pieces };
  } finally {
    home.destroy();
    away.destroy();
  }
}

async function ensureMinted({ zone, person, home, tell, record, save }: Stage): Promise<Address> {
  const creator = person.connect(home);
  if (record.collection && (await mintedCount(creator, record.collection)) >= ids.length) {
    return record.collection;
  }
  const published = await timed(
    tell,
    () =>
      publishTreasures(
        fileContentStore(zone.layout.content),
        zone.chainId(HOME),
        zone.keys.person.address,
      ),
    ({ pieces }: PublishedCollection) => {
      const megabytes = pieces.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
      return `made ${pieces.length} pictures and models, ${megabytes.toFixed(1)} MB, stored by content id`;
    },
  );
  const deployed = await timed(
    tell,
    () => deployCollection(creator, published),
    ({ value }) => `deployed the creator's collection at ${value}`,
  );
  await timed(
    tell,
    () => mintPieces(creator, deployed.value, published),
    ({ value }) => `minted ${value.length} pieces on ${zone.chain(HOME).plan.name}`,
  );
  save({ collection: deployed.value });
  return deployed.value;
}

async function ensureAcross(stage: Stage, collection: Address): Promise<void> {
  const { zone, person, home, tell, record, save } = stage;
  const sender = person.connect(home);
  const owner = await ownerOf(sender, collection, ids[0] ?? 0n);
  const isStillHere = owner !== undefined && isSameAddress(owner, person.address);
  if (isStillHere && record.home === undefined) {
    await timed(
      tell,
      async () => ({ gas: await approveAll(sender, collection, zone.chain(HOME).gateway) }),
      () => "let the gateway take them",
    );
    const sent = await send(stage, HOME, AWAY, collection, ids);
    save({ across: sent.messageId });
  }
  if (record.across !== undefined) await follow(stage, record.across, AWAY);
}

async function ensureOneHome(
  stage: Stage,
  collection: Address,
  representation: Address,
): Promise<void> {
  const { person, home, away, record, save } = stage;
  const back = await ownerOf(person.connect(home), collection, RETURNING);
  if (back !== undefined && isSameAddress(back, person.address)) return;
  const there = await ownerOf(person.connect(away), representation, RETURNING);
  if (there !== undefined) {
    const sent = await send(stage, AWAY, HOME, representation, [RETURNING]);
    save({ home: sent.messageId });
  }
  if (record.home !== undefined) await follow(stage, record.home, HOME);
}

async function send(
  stage: Stage,
  from: string,
  to: string,
  token: Address,
  tokens: readonly bigint[],
): Promise<SentTransfer> {
  const { zone, person, home, tell } = stage;
  const signer = person.connect(from === HOME ? home : stage.away);
  const [origin, destination] = [zone.chainId(from), zone.chainId(to)];
  const many = tokens.length === 1 ? "one piece" : `${tokens.length} pieces in one message`;
  return timed(
    tell,
    async () => {
      const recipient = zone.keys.person.address;
      const request = { origin, destination, token, ids: tokens, recipient };
      const sent = await sendTransfer(zone.zone, signer, request);
      return { ...sent, gas: sent.gasUsed.send };
    },
    () => `sent ${many} from ${zone.chain(from).plan.name} to ${zone.chain(to).plan.name}`,
  );
}

/** Follows a message to its end, telling each state once. */
async function follow(stage: Stage, messageId: SentTransfer["messageId"], to: string) {
  const { zone, home, away, tell, signal } = stage;
  const reader = to === HOME ? home : away;
  const sources = [nodeSource(zone.zone.manifest.partners.map(({ nodeUrl }) => nodeUrl))];
  const confirm = chainSource(zone.zone, ({ id }) => (id === zone.chainId(HOME) ? home : away));
  const quorum = zone.zone.validatorSet.quorum;
  const words: Partial<Record<TransferState, string>> = {
    final: "final: the origin cannot take it back",
    attested: `attested: a quorum of ${quorum} partners has signed`,
    delivered: `delivered on ${zone.chain(to).plan.name}`,
    parked: "parked: it could not be carried out yet",
    returned: "returned to its sender",
  };
  let began = performance.now();
  let last: TransferState = "sent";
  const options = { sources, confirm, interval: FOLLOW_INTERVAL, ...(signal && { signal }) };
  for await (const status of followTransfer(messageId, options)) {
    const { state, delivered } = status;
    const word = state === last ? undefined : words[state];
    last = state;
    if (word === undefined) continue;
    const receipt = delivered && (await reader.getTransactionReceipt(delivered.hash));
    tell({ what: word, took: performance.now() - began, ...(receipt && { gas: receipt.gasUsed }) });
    began = performance.now();
  }
}

async function representationOf({ zone, away }: Stage, collection: Address): Promise<Address> {
  const gateway = new Contract(zone.chain(AWAY).gateway, gatewayAbi, away);
  const home = zone.chain(HOME).plan.number;
  return address(await gateway.getFunction("representationOf")(home, collection, ERC721));
}

/** Asks both chains who holds each piece: at home, or as a representation. */
async function wherePiecesAre(
  { zone, person, home, away }: Stage,
  collection: Address,
  representation: Address,
): Promise<DemoPiece[]> {
  const vault = zone.chain(HOME).vaults[AWAY] ?? "";
  return Promise.all(
    ids.map(async (id, i): Promise<DemoPiece> => {
      const piece = { id: String(id), name: TREASURES[i]?.name ?? "" };
      const atHome = await ownerOf(person.connect(home), collection, id);
      if (atHome !== undefined && !isSameAddress(atHome, vault)) {
        return { ...piece, at: HOME, owner: atHome };
      }
      const abroad = await ownerOf(person.connect(away), representation, id);
      return abroad === undefined ? piece : { ...piece, at: AWAY, owner: abroad };
    }),
  );
}

async function timed<T extends object>(
  tell: (event: DemoEvent) => void,
  work: () => Promise<T>,
  word: (value: T) => string,
): Promise<T> {
  const began = performance.now();
  const value = await work();
  const gas = "gas" in value && typeof value.gas === "bigint" ? { gas: value.gas } : {};
  tell({ what: word(value), took: performance.now() - began, ...gas });
  return value;
}
