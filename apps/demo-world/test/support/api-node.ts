import type { ServerResponse } from "node:http";
import { sendJson, startTestServer, type TestServer } from "./http.ts";
import type { ZoneState } from "./zone-state.ts";

/** What a double does wrong. */
export type Fault = "none" | "garbage" | "garbled-events" | "hangs";

/** A partner's node, as far as the page sees one: the same routes and answers, and faults on demand. */
export interface ApiNode extends TestServer {
  fault: Fault;
  /** How many pages follow its events. */
  followers(): number;
}

interface ApiNodeOptions {
  partner: string;
  validator: string;
  chains: readonly string[];
  /** Blocks that this node is behind the others. */
  behind?: number;
  state: ZoneState;
  /** The height of every chain. */
  height(): number;
}

/** Starts a node double. */
export async function startApiNode(options: ApiNodeOptions): Promise<ApiNode> {
  const { partner, validator, chains, state, behind = 0 } = options;
  const followers = new Set<ServerResponse>();
  const control: { fault: Fault } = { fault: "none" };
  let events = 0;

  const answers: Readonly<Record<string, () => unknown>> = {
    "/v1/node": () => ({
      partner,
      validator,
      version: "0.0.0",
      twoHeads: 0,
      chains: chains.map((id) => ({
        id,
        latest: options.height(),
        seen: options.height() - behind,
        final: options.height() - behind - 4,
        lag: behind,
      })),
    }),
    "/v1/lanes": () => ({ lanes: state.lanes() }),
    "/v1/vaults": () => ({ vaults: state.vaults() }),
    "/v1/transfers": () => ({ transfers: state.transfers.slice(0, 100) }),
  };

  const server = await startTestServer((request, response) => {
    const path = (request.url ?? "").replace(/\?.*/, "");
    if (control.fault === "hangs") return;
    if (control.fault === "garbage") {
      response.writeHead(200, { "content-type": "application/json" }).end('{"transfers":<html>');
      return;
    }
    if (path === "/v1/events") return follow(response);
    const answer = answers[path];
    if (answer === undefined) return sendJson(response, { code: "not-found" }, 404);
    sendJson(response, answer());
  });

  function follow(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": welcome\n\n");
    followers.add(response);
    response.on("close", () => followers.delete(response));
  }

  state.watch((transfer) => {
    events++;
    const data = control.fault === "garbled-events" ? '{"messageId":' : JSON.stringify(transfer);
    for (const response of followers)
      response.write(`event: transfer\nid: ${events}\ndata: ${data}\n\n`);
  });

  return {
    ...server,
    get fault() {
      return control.fault;
    },
    set fault(fault) {
      control.fault = fault;
    },
    followers: () => followers.size,
  };
}
