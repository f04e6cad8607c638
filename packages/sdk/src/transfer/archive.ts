import { appendHead, hashMessage } from "../lane/index.ts";
import type { Bytes32, Hex } from "../primitives/index.ts";

/** A message with its place and its bytes. */
export interface ArchivedMessage {
  laneId: Bytes32;
  sequence: number;
  /** Also the lane's head at this sequence. */
  messageId: Bytes32;
  message: Hex;
}

/**
 * Somewhere messages' bytes can be had: the zone's nodes, or the chains' own logs. Nothing that it gives is believed
 * further than its hashes lead.
 */
export interface MessageArchive {
  /**
   * The message of an id; undefined where this archive does not know it.
   *
   * @throws TransferSourceError when it cannot be asked
   */
  find(messageId: Bytes32): Promise<ArchivedMessage | undefined>;
  /**
   * Messages of a lane from a sequence on, in order and without gaps: at most `limit`, fewer where there are no more.
   *
   * @throws TransferSourceError when it cannot be asked
   */
  messages(laneId: Bytes32, from: number, limit: number): Promise<ArchivedMessage[]>;
}

/** Whether messages stand in order, and each but the first leads from the one before it. */
export function isChained(messages: readonly ArchivedMessage[], from: number): boolean {
  return messages.every(({ sequence, messageId, message }, i) => {
    if (sequence !== from + i) return false;
    const before = messages[i - 1];
    return before === undefined || appendHead(before.messageId, hashMessage(message)) === messageId;
  });
}

/** Asks archives in turn: the next one where the one before cannot be asked, or does not know. */
export function anyArchive(archives: readonly MessageArchive[]): MessageArchive {
  return {
    find: (messageId) =>
      firstOf(
        archives,
        (archive) => archive.find(messageId),
        (found) => found !== undefined,
        undefined,
      ),
    messages: (laneId, from, limit) =>
      firstOf(
        archives,
        (archive) => archive.messages(laneId, from, limit),
        (found) => found.length > 0,
        [],
      ),
  };
}

async function firstOf<T>(
  archives: readonly MessageArchive[],
  ask: (archive: MessageArchive) => Promise<T>,
  isGood: (answer: T) => boolean,
  none: T,
): Promise<T> {
  const failures: unknown[] = [];
  for (const archive of archives) {
    try {
      const answer = await ask(archive);
      if (isGood(answer)) return answer;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === archives.length && failures.length > 0) throw failures[0];
  return none;
}
