import { afterAll, beforeAll, expect, test } from "vitest";
import { place, startTestApi, type TestApi } from "../../test/harness/api.ts";
import { attest as attestIn } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY, at, word } from "../../test/model/messages.ts";

const { laneId } = ROUTE;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await api.post({ attestations: await Promise.all([0, 1, 2].map((n) => attestIn(n, place))) });
});
afterAll(() => api.close());

/** Reads server-sent events until enough have come. */
async function readEvents(
  path: string,
  count: number,
  headers: Record<string, string> = {},
  meanwhile?: () => Promise<void>,
) {
  const abort = new AbortController();
  const response = await fetch(`${api.base}${path}`, { headers, signal: abort.signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const decoder = new TextDecoder();
  let text = "";
  await meanwhile?.();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if ((text.match(/^data: .*\n\n/gm) ?? []).length >= count) break;
  }
  abort.abort();
  return [...text.matchAll(/^id: (\d+)\nevent: transfer\ndata: (.*)\n\n/gm)].map(
    ([, id, data]) => ({ id: Number(id), status: JSON.parse(data ?? "") }),
  );
}

test("a transfer's stream begins with its status and goes on as it moves", async () => {
  const deliver = async () => {
    const through = { number: 9, hash: word("9") };
    const arrival = {
      type: "delivered",
      laneId,
      first: 1,
      last: 4,
      head: place.head,
      at: at(9),
    } as const;
    await api.store.begin({
      chain: AWAY,
      final: { number: 8, hash: word("8") },
      seen: { number: 8, hash: word("8") },
      latest: { ...through, time: 0 },
    });
    await api.store.record({
      chain: AWAY,
      latest: { ...through, time: 0 },
      scanned: { finality: "seen", through, messages: [], arrivals: [arrival] },
    });
  };
  const [first, second] = await readEvents(`/v1/transfers/${place.head}/events`, 2, {}, deliver);
  expect([first?.status.state, second?.status.state]).toEqual(["attested", "delivered"]);
  expect((await fetch(`${api.base}/v1/transfers/${word("none")}/events`)).status).toBe(404);
});

test("a stream goes on after the last event that was seen", async () => {
  const all = await readEvents("/v1/events", 4, { "last-event-id": "0" });
  expect(new Set(all.map(({ status }) => status.messageId)).size).toBe(4);
  const ids = all.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  const rest = await readEvents("/v1/events", 1, { "last-event-id": `${ids[ids.length - 2]}` });
  expect(rest[0]?.id).toBeGreaterThan(ids.at(-2) ?? 0);
});
