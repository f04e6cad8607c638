import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SET } from "../../../test/model/attestations.ts";
import { ROUTE } from "../../../test/model/lane.ts";
import { AWAY, HOME, TOKEN, word } from "../../../test/model/messages.ts";
import type { Submission } from "../../domain/submission.ts";
import type { Store } from "../../ports/store.ts";
import { beginReading, block, FIRST, laneOf, MESSAGES, update } from "./reading.ts";

const { laneId } = ROUTE;

const submissionOf = (nonce: number): Submission => ({
  kind: "delivery",
  chain: AWAY,
  nonce,
  laneId,
  first: 1,
  last: 2,
  to: TOKEN,
  data: "0xab",
  gas: 10n ** 20n,
  state: "pending",
  attempts: [{ hash: word("tx"), raw: "0x01", maxFee: 10n ** 20n, time: 5 }],
});

/** What several processes that write to one store must not undo of each other. Run over each implementation of the store. */
export function writersContract(name: string, open: () => Promise<Store>): void {
  describe(`several writers of the store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await beginReading(await open());
      await store.setValidators(AWAY, SET);
    });
    afterEach(() => store.close());

    test("submissions are open until they are done or lost", async () => {
      const submission = submissionOf(3);
      await store.addSubmission(submission, []);
      const other = { ...submission, nonce: 4, value: 10n ** 19n, state: "mined" } as const;
      await store.addSubmission(other, [submission]);
      expect((await store.openSubmissions(AWAY)).map(({ nonce }) => nonce)).toEqual([3, 4]);
      expect(await store.openSubmissions(AWAY)).toEqual([submission, other]);
      await store.replaceSubmission(submission, { ...submission, state: "done" });
      await store.replaceSubmission(other, { ...other, state: "lost" });
      expect(await store.openSubmissions(AWAY)).toEqual([]);
      expect(await store.openSubmissions(HOME)).toEqual([]);
      // A nonce that a fork gave back is used again.
      await store.addSubmission({ ...other, state: "pending" }, []);
      expect((await store.openSubmissions(AWAY)).map(({ nonce }) => nonce)).toEqual([4]);
    });

    test("a second process that sends with the same account is refused before it sends", async () => {
      const first = submissionOf(3);
      await store.addSubmission(first, []);
      // It did not know of the first: neither the same nonce nor the next one is for it.
      for (const nonce of [3, 4]) {
        const refused = store.addSubmission(submissionOf(nonce), []);
        await expect(refused).rejects.toMatchObject({ code: "store-outrun", retryable: true });
      }
      expect(await store.openSubmissions(AWAY)).toEqual([first]);
      const [read = first] = await store.openSubmissions(AWAY);
      const raised = { ...read, attempts: [...read.attempts, ...read.attempts] };
      await store.replaceSubmission(read, raised);
      // Whoever read it before must not undo that.
      const late = store.replaceSubmission(read, { ...read, state: "lost" });
      await expect(late).rejects.toMatchObject({ code: "store-outrun" });
      expect(await store.openSubmissions(AWAY)).toEqual([raised]);
    });

    test("a reading that another process has outrun leaves nothing behind", async () => {
      const start = { after: block(0) };
      await store.record({ ...update(HOME, "seen", 3, { messages: MESSAGES }), ...start });
      const late = store.record({ ...update(HOME, "seen", 1, { messages: [FIRST] }), ...start });
      await expect(late).rejects.toMatchObject({ code: "store-outrun", retryable: true });
      await store.record({
        ...update(HOME, "final", 2, { messages: MESSAGES.slice(0, 3) }),
        ...start,
      });
      for (const finality of ["final", "seen"] as const) {
        const again = store.record({
          ...update(HOME, finality, 1, { messages: [FIRST] }),
          ...start,
        });
        await expect(again).rejects.toMatchObject({ code: "store-outrun" });
      }
      const fork = { after: { ...block(2), hash: word("another block 2") } };
      await expect(
        store.record({ ...update(HOME, "final", 3, { messages: MESSAGES }), ...fork }),
      ).rejects.toMatchObject({ code: "store-outrun" });
      expect(await store.cursor(HOME)).toMatchObject({ final: block(2), seen: block(3) });
      await store.record({ ...update(HOME, "final", 3, { messages: MESSAGES }), after: block(2) });
      expect(await laneOf(store)).toMatchObject({ final: { count: 4 } });
    });
  });
}
