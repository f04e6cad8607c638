import type { ServerResponse } from "node:http";
import type { ServerEvent, StreamAnswer } from "../answer.ts";

/** A client that reads slower than this many bytes behind is let go: it comes back and reads anew. */
const MAX_BACKLOG = 262_144;
/** A comment now and then tells both sides that the other is there, in milliseconds. */
const HEARTBEAT = 15_000;

/** Writes an answer that goes on until the other side has gone. Headers are written already. */
export function writeEvents(answer: StreamAnswer, response: ServerResponse): void {
  const write = (text: string) => {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > MAX_BACKLOG) response.destroy();
  };
  response.flushHeaders();
  const heartbeat = setInterval(write, HEARTBEAT, ": here\n\n");
  const stop = answer.stream((event) => write(formatEvent(event)));
  response.once("close", () => {
    clearInterval(heartbeat);
    stop();
  });
}

/** JSON holds no line break, so that one line of data is enough. */
function formatEvent({ name, data, id }: ServerEvent): string {
  return `event: ${name}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}
