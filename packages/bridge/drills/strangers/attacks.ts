import { once } from "node:events";
import { place } from "../../test/harness/api.ts";
import { parseAnswer, type RawConnection, rawConnection } from "../../test/harness/strangers.ts";
import { attest } from "../../test/model/attestations.ts";
import { word } from "../../test/model/messages.ts";

/** Something that strangers do to a node until it is ended. */
export interface Attack {
  name: string;
  /** @returns what came of it, in words */
  end(): Promise<string>;
}

const POST = "POST /v1/attestations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
/** Those that are cut off come again after this long, in milliseconds. */
const AGAIN = 5_000;
const DRIP = 1_000;

/** Holds so many connections, from a hundred addresses; those that are cut off come again. */
export async function slowConnections(port: number, count: number): Promise<Attack> {
  const open = new Set<RawConnection>();
  let opened = 0;
  let over = false;
  const begin = async (n: number): Promise<void> => {
    const slow =
      n % 2 === 0 ? "GET / HTTP/1.1\r\nx-slow: " : `${POST}content-length: 60000\r\n\r\n`;
    const connection = await rawConnection(port, `127.1.0.${(n % 100) + 1}`).catch(() => undefined);
    opened += 1;
    if (connection !== undefined) {
      open.add(connection);
      connection.socket.write(slow);
      await connection.ended;
      open.delete(connection);
    }
    if (!over) setTimeout(() => void begin(n), AGAIN);
  };
  const drip = setInterval(() => {
    for (const { socket } of open) socket.write("x");
  }, DRIP);
  for (let n = 0; n < count; n += 100) {
    for (let i = n; i < Math.min(count, n + 100); i++) void begin(i);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    name: `${count} slow connections, half in their headers, half in their bodies`,
    async end() {
      over = true;
      clearInterval(drip);
      for (const { socket } of open) socket.destroy();
      return `opened ${opened} times; those that waited longest were cut off`;
    },
  };
}

/** Sends a gigabyte, announced or in chunks without end. */
export async function gigabyte(port: number, announced: boolean): Promise<Attack> {
  const size = 1_073_741_824;
  const chunk = Buffer.alloc(65_536, 0x20);
  const body = announced
    ? chunk
    : Buffer.concat([Buffer.from("10000\r\n"), chunk, Buffer.from("\r\n")]);
  const how = announced ? `content-length: ${size}` : "transfer-encoding: chunked";
  const { socket, ended } = await rawConnection(port, "127.2.0.1");
  socket.write(`${POST}${how}\r\n\r\n`);
  const since = performance.now();
  const pour = async () => {
    for (let sent = 0; sent < size && !socket.destroyed; sent += chunk.length)
      if (!socket.write(body)) await Promise.race([once(socket, "drain"), ended]).catch(() => null);
  };
  const poured = pour();
  return {
    name: announced ? "a request of 1 GB, announced" : "a request of 1 GB in chunks",
    async end() {
      await poured;
      const { status } = parseAnswer(await ended);
      const kib = Math.round(socket.bytesWritten / 1_024);
      return `${status || "cut off"} after ${kib} KiB had left, ${Math.round(performance.now() - since)} ms`;
    },
  };
}

/** Opens so many event streams from fifty addresses and reads nothing. */
export async function deafListeners(port: number, count: number): Promise<Attack> {
  const open: RawConnection[] = [];
  for (let n = 0; n < count; n++) {
    const connection = await rawConnection(port, `127.3.0.${(n % 50) + 1}`).catch(() => undefined);
    if (connection === undefined) continue;
    connection.socket.write("GET /v1/events HTTP/1.1\r\nhost: x\r\nlast-event-id: 0\r\n\r\n");
    open.push(connection);
  }
  const answers = () => open.map((connection) => connection.answer());
  while (answers().some((text, i) => text === "" && open[i]?.socket.destroyed === false))
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const { socket } of open) socket.pause();
  return {
    name: `${count} event streams that read nothing`,
    async end() {
      const taken = answers().filter((text) => text.startsWith("HTTP/1.1 200")).length;
      for (const { socket } of open) socket.destroy();
      return `${taken} taken, the others refused or cut off`;
    },
  };
}

/** Offers forged attestations, 64 at a time, from so many addresses without a pause. */
export async function forgedAttestations(port: number, addresses: number): Promise<Attack> {
  const forged = { ...(await attest(0, place)), head: word("forged") };
  const body = JSON.stringify({ attestations: new Array(64).fill(forged) });
  const request = `${POST}connection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const statuses = new Map<number, number>();
  let over = false;
  const flood = async (n: number) => {
    while (!over) {
      const connection = await rawConnection(port, `127.4.0.${n + 1}`).catch(() => undefined);
      connection?.socket.write(request);
      const { status } = parseAnswer((await connection?.ended) ?? "");
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const floods = Array.from({ length: addresses }, (_, n) => flood(n));
  return {
    name: `forged attestations from ${addresses} addresses, 64 in each request`,
    async end() {
      over = true;
      await Promise.all(floods);
      const counts = [...statuses].map(([status, count]) => `${count} × ${status || "cut off"}`);
      return counts.sort().join(", ");
    },
  };
}
