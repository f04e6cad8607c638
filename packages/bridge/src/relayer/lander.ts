import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { nextStep, raisedFee, type SignedAttempt, type Submission } from "../domain/submission.ts";
import type { Inclusion } from "../ports/submitter.ts";
import type { RelayerContext } from "./context.ts";

/** A delivery to be landed. */
export interface Delivery {
  laneId: Bytes32;
  first: number;
  last: number;
  to: Hex;
  data: Hex;
  gas: bigint;
}

/** Gets transactions onto one chain: nonces, fees, confirmation. Everything is stored before it is sent. */
export interface Lander {
  /** Moves every open submission one step on. @returns those still open */
  advance(delivered: (laneId: Bytes32) => number): Promise<Submission[]>;
  submit(delivery: Delivery): Promise<void>;
}

/** What an empty transaction takes: it only fills a nonce. */
const EMPTY_GAS = 21_000n;

/** Makes the lander of one account on one chain. */
export function createLander(context: RelayerContext): Lander {
  const { submitter, store, clock, report, tuning } = context;
  let resumed = false;

  const save = (submission: Submission, change: Partial<Submission>) =>
    store.saveSubmission({ ...submission, ...change });

  const lastAttempt = ({ attempts }: Submission): SignedAttempt | undefined => attempts.at(-1);

  /** After a crash it is unknown whether the last bytes left: sending them twice does no harm. */
  const resume = async (open: readonly Submission[]) => {
    if (resumed) return;
    for (const submission of open) {
      const attempt = lastAttempt(submission);
      if (submission.state === "pending" && attempt !== undefined)
        await submitter.broadcast(attempt.raw);
    }
    resumed = true;
  };

  const inclusionOf = async (
    submission: Submission,
  ): Promise<(Inclusion & { transaction: Bytes32 }) | undefined> => {
    for (const { hash } of submission.attempts.toReversed()) {
      const inclusion = await submitter.inclusion(hash);
      if (inclusion !== undefined) return { ...inclusion, transaction: hash };
    }
    return undefined;
  };

  /** Sends the newest attempt again, as if it were new. */
  const repeat = async (submission: Submission, attempt: SignedAttempt) => {
    const attempts = [...submission.attempts.slice(0, -1), { ...attempt, time: clock.now() }];
    await save(submission, { attempts });
    await submitter.broadcast(attempt.raw);
  };

  const raise = async (submission: Submission, cancel: boolean) => {
    const previous = lastAttempt(submission);
    const maxFee = raisedFee(previous?.maxFee ?? 0n, await submitter.marketFee());
    if (maxFee === undefined && previous !== undefined) return repeat(submission, previous);
    const call = cancel
      ? { to: submitter.account, data: "0x" as Hex, gas: EMPTY_GAS }
      : { to: submission.to, data: submission.data, gas: submission.gas };
    const { laneId, nonce } = submission;
    const attempt = await submitter.sign({ ...call, nonce, maxFee: maxFee ?? 0n });
    await save(submission, { attempts: [...submission.attempts, attempt] });
    report({
      type: "delivery-raised",
      laneId,
      nonce,
      transaction: attempt.hash,
      cancelled: cancel,
    });
    await submitter.broadcast(attempt.raw);
  };

  const reopen = async (submission: Submission) => {
    await save(submission, { state: "pending" });
    const attempt = lastAttempt(submission);
    if (attempt !== undefined) await submitter.broadcast(attempt.raw);
  };

  const noteMined = (
    { laneId, first, last, nonce }: Submission,
    mined: Awaited<ReturnType<typeof inclusionOf>>,
  ) => {
    if (mined === undefined) return;
    const { transaction, cost } = mined;
    report({ type: "delivery-mined", laneId, first, last, nonce, transaction, cost });
  };

  const advanceOne = async (
    submission: Submission,
    view: { nextNonce: number; finalBlock: number; delivered: number },
  ) => {
    const mined = await inclusionOf(submission);
    const step = nextStep(submission, {
      ...view,
      now: clock.now(),
      bumpAfter: tuning.bumpAfter,
      ...(mined === undefined ? {} : { minedIn: mined.block }),
    });
    const { laneId, nonce } = submission;
    switch (step) {
      case "wait":
        return;
      case "mark-mined":
        await save(submission, { state: "mined" });
        return noteMined(submission, mined);
      case "mark-done":
        await save(submission, { state: "done" });
        // A chain with instant finality shows no block that is not final.
        return submission.state === "mined" ? undefined : noteMined(submission, mined);
      case "mark-lost":
        await save(submission, { state: "lost" });
        return report({ type: "delivery-lost", laneId, nonce });
      case "reopen":
        return reopen(submission);
      default:
        return raise(submission, step === "cancel");
    }
  };

  return {
    async advance(delivered) {
      const open = await store.openSubmissions(submitter.chain);
      if (open.length === 0) return open;
      await resume(open);
      const nextNonce = await submitter.nextNonce();
      const finalBlock = (await store.cursor(submitter.chain))?.final.number ?? -1;
      for (const submission of open) {
        await advanceOne(submission, {
          nextNonce,
          finalBlock,
          delivered: delivered(submission.laneId),
        });
      }
      return store.openSubmissions(submitter.chain);
    },
    async submit({ laneId, first, last, to, data, gas }) {
      const open = await store.openSubmissions(submitter.chain);
      const maxFee = await submitter.marketFee();
      const nonce = Math.max(
        await submitter.nextNonce(),
        ...open.map((submission) => submission.nonce + 1),
      );
      const attempt = await submitter.sign({ to, data, gas, nonce, maxFee });
      await store.saveSubmission({
        chain: submitter.chain,
        nonce,
        laneId,
        first,
        last,
        to,
        data,
        gas,
        state: "pending",
        attempts: [attempt],
      });
      report({ type: "delivery-sent", laneId, first, last, transaction: attempt.hash, nonce });
      await submitter.broadcast(attempt.raw);
    },
  };
}
