import type { RawData, WebSocket } from "ws";
import { errorFields } from "../log.ts";
import { type ConversationParts, startConversation } from "./conversation.ts";
import { socketLine } from "./socket-line.ts";

/** Something failed on the server's side (RFC 6455, section 7.4.1). */
const CLOSE_FAILED = 1_011;
/** What a browser sends when a page closes its socket, with or without a code, or is left itself. */
const CLOSED_BY_PAGE = [1_000, 1_001, 1_005];

/** Ties one WebSocket to one conversation, until either ends. */
export function converse(
  parts: ConversationParts,
  ws: WebSocket,
  times: { readonly hello: number; readonly ping: number },
): void {
  const line = socketLine(ws);
  const conversation = startConversation(parts, line);
  const patience = setTimeout(() => {
    if (!conversation.isIn()) conversation.giveUp();
  }, times.hello);
  let isAlive = true;
  const heartbeat = setInterval(() => {
    // Half-open connections look well until one expects an answer.
    if (!isAlive) return ws.terminate();
    isAlive = false;
    ws.ping();
    conversation.checkSession();
  }, times.ping);

  ws.on("pong", () => {
    isAlive = true;
  });
  ws.on("message", (data, isBinary) => {
    conversation.receive(isBinary ? undefined : textOf(data)).catch((error: unknown) => {
      parts.log("conversation-failed", errorFields(error));
      line.close(CLOSE_FAILED);
    });
  });
  // A close follows every error; without a listener the error would end the process.
  ws.on("error", () => undefined);
  ws.on("close", (code) => {
    clearTimeout(patience);
    clearInterval(heartbeat);
    conversation.end(CLOSED_BY_PAGE.includes(code) ? "left" : "lost");
  });
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.from(data as ArrayBuffer).toString();
}
