import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Changes an honest answer into another. */
export type Lie = (method: string, params: unknown[], result: unknown) => unknown;

/** What an endpoint does with what it is asked. */
export type Bent = "honest" | "stalls" | Lie;

/** An RPC endpoint before a chain, which can be made to stall and to lie. */
export interface BentEndpoint {
  url: string;
  /** What it does from now on. */
  is: Bent;
  close(): void;
}

/** Opens one before a chain. Whoever opens it closes it. */
export async function openBentEndpoint(chainUrl: string): Promise<BentEndpoint> {
  const server = createServer(async (question, answer) => {
    let text = "";
    for await (const chunk of question) text += chunk;
    const how = endpoint.is;
    if (how === "stalls") return;
    const asked = JSON.parse(text);
    const honest = await (
      await fetch(chainUrl, { method: "POST", body: text, headers: JSON_TYPE })
    ).json();
    const lies = typeof how === "function" && "result" in honest;
    const said = lies
      ? { ...honest, result: how(asked.method, asked.params, honest.result) }
      : honest;
    answer.end(JSON.stringify(said));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const endpoint: BentEndpoint = {
    url: `http://127.0.0.1:${port}`,
    is: "honest",
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return endpoint;
}

const JSON_TYPE = { "content-type": "application/json" };
