import { createServer } from "node:http";
import { chainId } from "@ryugu/sdk/primitives";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpEndpoint } from "../chain/endpoint.ts";
import { PeerFailedError } from "../exchange/errors.ts";
import type { NodeEvent } from "../ports/report.ts";
import { httpWebhook } from "../webhooks/http-endpoint.ts";
import { describeError, logReport } from "./logger.ts";

const SECRET = "s3cr3t-9f8e7d";
let base = "";
const server = createServer((_, response) => response.writeHead(500).end("<html>"));
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  base = `127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Everything that the log writes of some events, at its most talkative. */
function logged(events: readonly NodeEvent[]): string {
  const lines: string[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  for (const event of events) logReport(logger)(event);
  return lines.join("");
}

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "it did not fail",
    (error: unknown) => error,
  );

test("whatever fails with a key in its URL, the log names the host and not the key", async () => {
  const urls = [
    `http://${base}/v3/${SECRET}`,
    `http://${base}/?key=${SECRET}`,
    `http://user:${SECRET}@${base}/`,
    `http://127.0.0.1:9/${SECRET}`,
    `https://${base}/${SECRET}#${SECRET}`,
  ];
  const clock = { now: Date.now };
  const secrets = [Buffer.from(SECRET)];
  const errors = await Promise.all(
    urls.flatMap((url) => [
      failure(httpEndpoint(url, 5_000).send({ method: "eth_chainId", params: [] })),
      failure(
        httpWebhook({ name: "bank", url, secrets, clock, timeout: 5_000 }).send({
          id: "1",
          body: "{}",
        }),
      ),
      failure(
        fetch(url, { headers: { authorization: `Bearer ${SECRET}` } }).then(({ ok }) => {
          if (!ok) throw new PeerFailedError("A peer answered.", { details: [url] });
        }),
      ),
    ]),
  );
  expect(errors).not.toContain("it did not fail");
  const text = logged(
    errors.flatMap((error): NodeEvent[] => [
      { type: "endpoint-failed", chain: chainId("eip155:1"), endpoint: "http://one", error },
      { type: "webhook-failed", webhook: "bank", error, failures: 1, retryInMs: 1 },
      { type: "peer-failed", peer: "Bank", error },
      { type: "task-failed", task: "attest", error, failures: 1, retryInMs: 1 },
    ]),
  );
  expect(text).toContain("127.0.0.1");
  expect(text).not.toContain(SECRET);
});

test("a cause deep inside is shortened too, and files keep their paths", () => {
  const deep = new Error("x", { cause: new TypeError(`cannot GET postgres://u:${SECRET}@db/x`) });
  const text = JSON.stringify(
    describeError(new Error("file:///etc/ryugu/node.json", { cause: deep })),
  );
  expect(text).toContain("postgres://db/…");
  expect(text).toContain("file:///etc/ryugu/node.json");
  expect(text).not.toContain(SECRET);
});
