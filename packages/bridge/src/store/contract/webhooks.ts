import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROUTE, sentMessages } from "../../../test/model/lane.ts";
import { HOME, word } from "../../../test/model/messages.ts";
import type { Store } from "../../ports/store.ts";

/** Where webhooks were left. Run over each implementation. */
export function webhooksContract(name: string, open: () => Promise<Store>): void {
  describe(`webhooks in the store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test("each endpoint's cursor stays where it was put, and never goes back", async () => {
      expect(await store.webhookCursor("bank")).toBeUndefined();
      await store.saveWebhookCursor("bank", 0);
      expect(await store.webhookCursor("bank")).toBe(0);
      await store.saveWebhookCursor("bank", 7);
      await store.saveWebhookCursor("world", 3);
      await store.saveWebhookCursor("bank", 5);
      expect([await store.webhookCursor("bank"), await store.webhookCursor("world")]).toEqual([
        7, 3,
      ]);
    });

    test("the trail is read in order, page by page", async () => {
      for (const n of [1, 2, 3]) await store.addTrail({ time: n, type: "act", detail: { n } });
      const [first, second] = await store.trail(0, 2);
      expect([first?.detail, second?.detail]).toEqual([{ n: 1 }, { n: 2 }]);
      expect(await store.trail(second?.id ?? 0, 2)).toMatchObject([{ time: 3, type: "act" }]);
    });

    test("the first event that is kept is known", async () => {
      expect(await store.firstEvent()).toBe(0);
      await store.addLanes([ROUTE]);
      const through = { number: 3, hash: word("3") };
      const latest = { ...through, time: 5 };
      await store.begin({ chain: HOME, final: through, seen: through, latest });
      const messages = sentMessages(ROUTE.laneId, [1, 2]);
      await store.record({
        chain: HOME,
        latest,
        scanned: { finality: "final", through, messages, arrivals: [] },
      });
      const [first] = await store.events(0, 1);
      expect(await store.firstEvent()).toBe(first?.id);
    });
  });
}
