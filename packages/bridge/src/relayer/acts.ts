import { CallRevertedError } from "../domain/errors.ts";
import type { Submission } from "../domain/submission.ts";
import type { Act } from "../ports/act-store.ts";
import type { RelayerContext } from "./context.ts";
import type { Lander } from "./lander.ts";

/** Lands what other roles want done on one chain, besides deliveries. */
export interface Acts {
  /** What is wanted now: those that ended or came too late are gone. */
  wanted(): Promise<Act[]>;
  /** Sends what is wanted and not on its way. */
  send(wanted: readonly Act[], open: readonly Submission[]): Promise<void>;
}

/** Makes the part of a relayer that lands acts. It shares the lander, and so the account's nonces. */
export function createActs(
  { submitter, store, clock, report }: RelayerContext,
  lander: Lander,
): Acts {
  const { chain } = submitter;

  const sendOne = async ({ id: act, to, data, value }: Act) => {
    const call = { to, data, ...(value === undefined ? {} : { value: BigInt(value) }) };
    try {
      const gas = await submitter.estimate(call);
      await lander.submit({ kind: "act", act }, { ...call, gas });
    } catch (error) {
      if (error instanceof CallRevertedError) {
        const reason = [error.shortMessage, ...error.details].join(" ");
        await store.endAct(act, { state: "refused", reason });
      }
      report({ type: "act-failed", chain, act, error });
    }
  };

  return {
    async wanted() {
      const now = clock.now();
      const acts = await store.wantedActs(chain);
      for (const { id, expires } of acts) {
        if (expires <= now) {
          await store.endAct(id, { state: "refused", reason: "It could not be sent in time." });
        }
      }
      return acts.filter(({ expires }) => expires > now);
    },
    async send(wanted, open) {
      const sent = new Set(open.map((s) => (s.kind === "act" ? s.act : undefined)));
      for (const act of wanted) if (!sent.has(act.id)) await sendOne(act);
    },
  };
}
