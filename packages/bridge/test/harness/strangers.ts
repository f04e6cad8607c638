import { connect, type Socket } from "node:net";

/** A connection as a stranger holds it: raw bytes out, raw bytes in. */
export interface RawConnection {
  socket: Socket;
  /** Everything that came back so far. */
  answer(): string;
  /** Resolves with everything that came back, when the other side has ended. */
  ended: Promise<string>;
}

/** Opens a raw connection to a local port, from a local address of the stranger's choice (Linux has all of 127/8). */
export function rawConnection(port: number, from = "127.0.0.1"): Promise<RawConnection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: from });
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
    });
    const ended = new Promise<string>((done) => socket.once("close", () => done(text)));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.removeListener("error", reject);
      // A stranger does not mind being cut off.
      socket.on("error", () => undefined);
      resolve({ socket, ended, answer: () => text });
    });
  });
}

/** Asks over a connection of its own, from an address of its own. @returns the status and the body */
export async function askFrom(
  port: number,
  from: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: string }> {
  const { socket, ended } = await rawConnection(port, from);
  const lines = Object.entries({ host: "node", connection: "close", ...headers });
  socket.write(
    `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n`,
  );
  return parseAnswer(await ended);
}

/** Reads an HTTP answer's status and body. */
export function parseAnswer(text: string): { status: number; body: string } {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1] ?? 0), body: rest.join("\r\n\r\n") };
}
