import { decodeMessage, type Message } from "@ryugu/sdk/lane";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { LaneMessage } from "../../domain/lane-log.ts";
import type { FinalFlag } from "./arrivals.ts";
import { inRuns, insertAll, insertSql } from "./batch.ts";
import type { SqlSession, SqlValue } from "./database.ts";
import { addEvents } from "./events.ts";
import { number, toBlob } from "./rows.ts";

const COLUMNS = `message (lane, sequence, id, hash, body, sender, recipient, home_chain, home_token,
  chain, block, block_hash, time, tx, log_index, final)`;

interface Decoded {
  message: LaneMessage;
  body: Message;
}

/** Writes messages of one lane whose places are free, with what they carry. */
export async function insertMessages(
  db: SqlSession,
  chain: ChainId,
  messages: readonly LaneMessage[],
  final: FinalFlag,
): Promise<void> {
  const decoded = messages.map((message) => ({ message, body: decodeMessage(message.body) }));
  for (const run of inRuns(decoded)) {
    const rows = run.map((one) => toRow(one, chain, final));
    const written = await db.all(
      insertSql(COLUMNS, rows, "RETURNING position, sequence"),
      ...rows.flat(),
    );
    const positions = new Map(
      written.map((row) => [number(row, "sequence"), number(row, "position")]),
    );
    const assets = run.flatMap(({ message, body }) => {
      const position = positions.get(message.sequence);
      return position === undefined ? [] : toAssets(body, position);
    });
    await insertAll(db, "asset (token, token_id, position, amount)", assets);
  }
  await addEvents(
    db,
    messages.map(({ messageId }) => messageId),
  );
}

function toRow({ message, body }: Decoded, chain: ChainId, final: FinalFlag): SqlValue[] {
  const people = "sender" in body ? body : undefined;
  const { at } = message;
  return [
    message.laneId,
    message.sequence,
    message.messageId,
    message.messageHash,
    toBlob(message.body),
    people?.sender ?? null,
    people?.recipient ?? null,
    body.homeChain,
    body.homeToken,
    chain,
    at.block,
    at.blockHash,
    at.time,
    at.transaction,
    at.logIndex,
    final,
  ];
}

function toAssets(body: Message, position: number): SqlValue[][] {
  if (body.kind === "collection") return [];
  const { standard, homeToken, assets } = body;
  // An ERC-1155 id may stand in a message more than once.
  const amounts = new Map<bigint, bigint>();
  for (const { id, amount } of assets) amounts.set(id, (amounts.get(id) ?? 0n) + amount);
  return [...amounts].map(([id, amount]) => [
    homeToken,
    `${id}`,
    position,
    standard === "erc721" ? null : `${amount}`,
  ]);
}
