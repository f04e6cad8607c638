import { once } from "node:events";
import type { LaneTip } from "../../src/domain/lane.ts";
import { extendLane, tipAfter } from "../../src/domain/lane-log.ts";
import { messages as before, startTestApi } from "../../test/harness/api.ts";
import { ROUTE, sentLogs } from "../../test/model/lane.ts";
import { HOME, word } from "../../test/model/messages.ts";
import type { Order, Usage } from "./orders.ts";

/** Messages that `news` adds: each is one event for every listener. */
const NEWS = 500;

// The node under attack, in a process of its own: its API over a real store, with the limits it has by default.
const api = await startTestApi({ requestsPerMinute: 6_000 });
let tip: LaneTip = tipAfter({ count: 0, head: ROUTE.laneId }, before);
let block = 3;

/** Many transfers are seen at once. */
async function news(): Promise<void> {
  block += 1;
  const logs = sentLogs(ROUTE.laneId, tip, new Array<number>(NEWS).fill(block));
  const messages = extendLane(tip, logs);
  const through = { number: block, hash: word(`${block}`) };
  await api.store.record({
    chain: HOME,
    latest: { ...through, time: block },
    scanned: { finality: "final", through, messages, arrivals: [] },
  });
  tip = tipAfter(tip, messages);
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { memory: process.memoryUsage().rss, cpu: (user + system) / 1_000 };
}

process.send?.(Number(new URL(api.base).port));
for (;;) {
  const [order] = (await once(process, "message")) as [Order];
  if (order === "end") break;
  if (order === "news") await news();
  process.send?.(usage());
}
process.exit(0);
