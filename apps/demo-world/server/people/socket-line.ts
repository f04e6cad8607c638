import type { Line } from "./lobby.ts";

/** As much of a WebSocket as a line needs. */
export interface LineSocket {
  readonly readyState: number;
  readonly OPEN: number;
  /** Bytes that wait for the other side to read. */
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code: number): void;
  terminate(): void;
}

/** Who reads slower than this many bytes behind is let go; they come back when their line is better. */
export const MAX_BACKLOG = 524_288;

/** A line over a WebSocket, whose memory is bounded: a client that does not read is dropped. */
export function socketLine(socket: LineSocket): Line {
  return {
    send(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MAX_BACKLOG) return socket.terminate();
      socket.send(text);
    },
    close: (code) => socket.close(code),
  };
}
