import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What an RPC server answers, by method; a function gets the parameters, an Error is a refusal. */
export type RpcAnswers = Record<string, unknown>;

/** A JSON-RPC server that says what it is told to say, of one chain for each path. */
export async function rpcServer(
  answersOf: (path: string) => RpcAnswers,
): Promise<{ url: string; stop(): void }> {
  const server: Server = createServer(async (question, answer) => {
    let body = "";
    for await (const chunk of question) body += chunk;
    const { id, method } = JSON.parse(body);
    const found = answersOf(question.url ?? "/")[method];
    const refused = found === undefined || found instanceof Error;
    const error = { code: -32_000, message: found instanceof Error ? found.message : "no method" };
    const reply = refused ? { error } : { result: found };
    answer.setHeader("content-type", "application/json");
    answer.end(JSON.stringify({ jsonrpc: "2.0", id, ...reply }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
