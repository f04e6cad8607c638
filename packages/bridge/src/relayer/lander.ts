import { type Bytes32, type Hex, isSameAddress } from "@ryugu/sdk/primitives";
import {
  nextStep,
  type Purpose,
  raisedFee,
  type SignedAttempt,
  type Submission,
} from "../domain/submission.ts";
import type { Call, Inclusion } from "../ports/submitter.ts";
import type { RelayerContext } from "./context.ts";
import { lostNews, minedNews, raisedNews, sentNews } from "./news.ts";

/** Gets transactions onto one chain: nonces, fees, confirmation. Everything is stored before it is sent. */
export interface Lander {
  /** Moves every open submission one step on. @returns those still open */
  advance(useless: (submission: Submission) => boolean): Promise<readonly Submission[]>;
  /**
   * Sends what was decided on since the last `advance`.
   *
   * @throws StoreOutrunError when another process sends with this account too; nothing was sent
   */
  submit(purpose: Purpose, call: Call & { gas: bigint }): Promise<void>;
}

/** Which of a submission's attempts was mined, and where. */
type Found = Inclusion & { transaction: Bytes32 };

/** What an empty transaction takes: it only fills a nonce. */
const EMPTY_GAS = 21_000n;

/** Makes the lander of one account on one chain. */
export function createLander(context: RelayerContext): Lander {
  const { submitter, store, clock, report, tuning } = context;
  let resumed = false;
  /** The open submissions as they were read last: what is decided rests on them. */
  let known: readonly Submission[] = [];

  const save = (submission: Submission, change: Partial<Pick<Submission, "state" | "attempts">>) =>
    store.replaceSubmission(submission, { ...submission, ...change });

  const lastAttempt = ({ attempts }: Submission): SignedAttempt | undefined => attempts.at(-1);

  /**
   * After a crash it is unknown whether the last bytes left: sending them twice does no harm. What another key left
   * open is sent once more as it is and let go: only that key could raise its fee, and its nonces are not this key's.
   */
  const resume = async (open: readonly Submission[]) => {
    if (resumed) return;
    for (const submission of open) {
      const attempt = lastAttempt(submission);
      const isOwn = isSameAddress(submission.from ?? submitter.account, submitter.account);
      if (submission.state === "pending" && attempt !== undefined) {
        const sending = submitter.broadcast(attempt.raw);
        await (isOwn ? sending : sending.catch(() => undefined));
      }
      if (isOwn) continue;
      await save(submission, { state: "lost" });
      report(lostNews(submission));
    }
    resumed = true;
  };

  const inclusionOf = async (submission: Submission): Promise<Found | undefined> => {
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
      : callOf(submission);
    const { nonce } = submission;
    const attempt = await submitter.sign({ ...call, nonce, maxFee: maxFee ?? 0n });
    await save(submission, { attempts: [...submission.attempts, attempt] });
    report(raisedNews(submission, attempt, cancel));
    await submitter.broadcast(attempt.raw);
  };

  const reopen = async (submission: Submission) => {
    await save(submission, { state: "pending" });
    const attempt = lastAttempt(submission);
    if (attempt !== undefined) await submitter.broadcast(attempt.raw);
  };

  const noteMined = (submission: Submission, mined: Found | undefined) => {
    if (mined !== undefined) report(minedNews(submission, mined));
  };

  /** Whoever wanted an act is told before the submission is closed: a crash between the two does no harm. */
  const finish = async (submission: Submission, mined: Found | undefined) => {
    if (submission.kind === "act" && mined !== undefined) {
      const { transaction, reverted } = mined;
      const reason = "The transaction was mined and reverted.";
      await store.endAct(
        submission.act,
        reverted === true ? { state: "refused", reason } : { state: "landed", transaction },
      );
    }
    await save(submission, { state: "done" });
    // A chain with instant finality shows no block that is not final.
    if (submission.state !== "mined") noteMined(submission, mined);
  };

  const advanceOne = async (
    submission: Submission,
    view: { nextNonce: number; finalBlock: number; useless: boolean },
  ) => {
    const mined = await inclusionOf(submission);
    const step = nextStep(submission, {
      ...view,
      now: clock.now(),
      bumpAfter: tuning.bumpAfter,
      ...(mined === undefined ? {} : { minedIn: mined.block }),
    });
    switch (step) {
      case "wait":
        return;
      case "mark-mined":
        await save(submission, { state: "mined" });
        return noteMined(submission, mined);
      case "mark-done":
        return finish(submission, mined);
      case "mark-lost":
        // A fork may have taken it back between the two questions: then its nonce is not used, and waits for it again.
        if ((await submitter.nextNonce()) <= submission.nonce) return;
        await save(submission, { state: "lost" });
        return report(lostNews(submission));
      case "reopen":
        return reopen(submission);
      default:
        return raise(submission, step === "cancel");
    }
  };

  return {
    async advance(useless) {
      await resume(await store.openSubmissions(submitter.chain));
      const open = await store.openSubmissions(submitter.chain);
      known = open;
      if (open.length === 0) return open;
      const nextNonce = await submitter.nextNonce();
      const finalBlock = (await store.cursor(submitter.chain))?.final.number ?? -1;
      for (const submission of open) {
        await advanceOne(submission, {
          nextNonce,
          finalBlock,
          useless: useless(submission),
        });
      }
      known = await store.openSubmissions(submitter.chain);
      return known;
    },
    async submit(purpose, call) {
      const maxFee = await submitter.marketFee();
      const nonce = Math.max(
        await submitter.nextNonce(),
        ...known.map((submission) => submission.nonce + 1),
      );
      const attempt = await submitter.sign({ ...call, nonce, maxFee });
      const { chain } = submitter;
      const submission: Submission = {
        ...purpose,
        chain,
        from: submitter.account,
        nonce,
        ...call,
        state: "pending",
        attempts: [attempt],
      };
      await store.addSubmission(submission, known);
      known = [...known, submission];
      report(sentNews(submission, attempt));
      await submitter.broadcast(attempt.raw);
    },
  };
}

const callOf = ({ to, data, value, gas }: Submission): Call & { gas: bigint } => ({
  to,
  data,
  ...(value === undefined ? {} : { value }),
  gas,
});
