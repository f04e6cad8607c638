import { createServer } from "node:net";
import { PortTakenError } from "../errors.ts";

/** A port and what the zone needs it for. */
export interface PortUse {
  port: number;
  use: string;
}

/** Whether nothing listens on a port of this machine. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    });
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}

/** Those of the ports that another program uses. */
export async function takenPorts(uses: readonly PortUse[]): Promise<PortUse[]> {
  const free = await Promise.all(uses.map(({ port }) => isPortFree(port)));
  return uses.filter((_, i) => !free[i]);
}

/** Makes sure that all ports are free. Throws PortTakenError naming each and what to do. */
export async function assertPortsFree(uses: readonly PortUse[]): Promise<void> {
  const taken = await takenPorts(uses);
  const [first] = taken;
  if (first === undefined) return;
  throw new PortTakenError("Another program uses a port that the zone needs.", {
    details: [
      ...taken.map(({ port, use }) => `127.0.0.1:${port} (${use})`),
      "Stop that program, or move the zone to other ports: npm start -- --port-base <number>",
      `Who it is: ss -ltnp 'sport = :${first.port}'   (macOS: lsof -iTCP:${first.port} -sTCP:LISTEN)`,
    ],
  });
}
