import type { NodeComing, NodeEntry, NodeSale } from "../../../src/sim/creator/node-payouts.ts";
import { sendJson, startTestServer, type TestServer } from "../http.ts";

/** What every node of a made-up zone tells of money: a test changes it as it likes. Accounts in lower case. */
export interface NodeLedger {
  /** By account, newest first. */
  readonly entries: Map<string, NodeEntry[]>;
  /** Newest first. */
  readonly sales: NodeSale[];
  /** By receiver. */
  readonly onTheWay: Map<string, NodeComing[]>;
  /** Chains that are indexed. */
  chains: string[];
  /** A statement as a node answers it; undefined where it makes none. */
  statement(question: StatementQuestion): Promise<StatementAnswer | undefined>;
}

/** Which statement a page asked for. */
export interface StatementQuestion {
  account: string;
  period: string;
  format: string;
  language: string;
  /** Which node was asked, from 0. */
  node: number;
}

/** What a node answers with. */
export interface StatementAnswer {
  type: string;
  body: string;
}

/** A partner's node as the desk sees it. */
export interface DeskNode extends TestServer {
  fault: "none" | "garbage" | "hangs";
  /** Paths that were asked for. */
  readonly asked: string[];
}

const PATH = /^\/v1\/(payouts|statements)\/(0x[0-9a-f]{40})(?:\/([^/]+))?$/i;

/** Starts one. */
export async function startDeskNode(ledger: NodeLedger, node: number): Promise<DeskNode> {
  const control: Pick<DeskNode, "fault" | "asked"> = { fault: "none", asked: [] };
  const indexes = () =>
    ledger.chains.map((chain) => ({ chain, from: 1, through: 9, hash: `0x${"00".repeat(32)}` }));

  const server = await startTestServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://node");
    control.asked.push(url.pathname);
    if (control.fault === "hangs") return;
    if (control.fault === "garbage") return sendJson(response, ["<html>", { entries: 5 }]);
    const [, what, name = "", rest] = PATH.exec(url.pathname) ?? [];
    const account = name.toLowerCase();
    const query = url.searchParams;
    if (what === "statements") {
      const question = {
        ...{ account, period: rest ?? "", node },
        ...{ format: query.get("format") ?? "", language: query.get("language") ?? "" },
      };
      void ledger.statement(question).then((found) => {
        if (found === undefined) return sendJson(response, { code: "not-found" }, 404);
        response.writeHead(200, { "content-type": found.type }).end(found.body);
      });
      return;
    }
    if (what === "payouts" && rest === "entries") {
      const entries = ledger.entries.get(account) ?? [];
      return sendJson(response, { ...pageOf("entries", entries, query), indexes: indexes() });
    }
    if (what === "payouts") {
      const onTheWay = ledger.onTheWay.get(account) ?? [];
      return sendJson(response, { account, sums: [], onTheWay, indexes: indexes() });
    }
    if (url.pathname === "/v1/sales") {
      const sales = ledger.sales.filter((sale) => isAsked(sale, query));
      return sendJson(response, { ...pageOf("sales", sales, query), indexes: indexes() });
    }
    if (url.pathname === "/v1/royalties") return sendJson(response, { routers: [] });
    sendJson(response, { code: "not-found" }, 404);
  });
  return Object.assign(control, server);
}

function isAsked(sale: NodeSale, query: URLSearchParams): boolean {
  const account = query.get("account");
  const parties = [sale.seller, sale.payee, sale.royaltyReceiver];
  return (
    (account === null || parties.includes(account)) &&
    (query.get("chain") ?? sale.chain) === sale.chain &&
    sale.time >= Number(query.get("from") ?? 0) &&
    sale.time < Number(query.get("before") ?? Number.MAX_SAFE_INTEGER)
  );
}

/** A page of a list, newest first, as a node pages: `next` is the place of its last. */
function pageOf(name: string, list: readonly { time: number }[], query: URLSearchParams) {
  const placed = list.map((value, index) => ({ value, place: list.length - index }));
  const before = Number(query.get("cursor") ?? Number.MAX_SAFE_INTEGER);
  const from = Number(query.get("from") ?? 0);
  const left = placed.filter(({ place, value }) => place < before && value.time >= from);
  const page = left.slice(0, Number(query.get("limit") ?? 20));
  const next = page.length < left.length ? page.at(-1)?.place : undefined;
  return { [name]: page.map(({ value }) => value), ...(next === undefined ? {} : { next }) };
}
