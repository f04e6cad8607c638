import type { Server } from "node:net";

/** Listens on a port that only this machine reaches. Rejects when it is taken. */
export function listenHere(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
}
