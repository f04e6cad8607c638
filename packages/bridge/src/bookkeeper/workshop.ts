import { Worker } from "node:worker_threads";
import type { RyuguError } from "@ryugu/sdk/errors";
import { StatementFactsError, StatementPdfError } from "@ryugu/sdk/payout/statement";
import { StatementTooLongError } from "../domain/errors.ts";
import type { OnSpent } from "../ports/creator-statements.ts";
import type { Jobs } from "./jobs.ts";
import type { Answer, Order } from "./worker.ts";

/** Does what takes long in a thread of its own, one job after the other: whatever people ask, the node goes on. */
export interface Workshop {
  /**
   * @throws StatementTooLongError for what takes too much time or memory
   * @throws StatementFactsError, StatementPdfError
   */
  work<Name extends keyof Jobs>(
    name: Name,
    input: Parameters<Jobs[Name]>[0],
    onSpent: OnSpent,
  ): Promise<Awaited<ReturnType<Jobs[Name]>>>;
  /** Ends the thread, whatever it does. */
  close(): Promise<void>;
}

/** How long one job may take, in milliseconds, and how much memory all of it, in MiB. */
const LIMITS = { time: 20_000, memory: 768 };
/** The thread runs from source as the node does. */
const FLAGS = ["--conditions=ryugu-source", "--no-warnings"];

/** Makes a workshop, whose thread starts with the first job. Whoever makes it closes it. */
export function createWorkshop(limits: { time: number; memory: number } = LIMITS): Workshop {
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const open = (): Worker => {
    const made = new Worker(new URL("./worker.ts", import.meta.url), {
      execArgv: FLAGS,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
    // It never keeps the process alive by itself, and one that ended is not asked again.
    made.unref();
    made.once("exit", () => {
      if (thread === made) thread = undefined;
    });
    return made;
  };

  const end = async () => {
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  };

  const carryOut = async (order: Order, onSpent: OnSpent): Promise<unknown> => {
    thread ??= open();
    const answer = await answerOf(thread, order, limits.time).catch(async (error: unknown) => {
      // What it computed died with it: as much as it may have.
      onSpent(limits.time);
      await end();
      throw error;
    });
    onSpent(answer.spent);
    if ("result" in answer) return answer.result;
    throw errorOf(answer);
  };

  return {
    work(name, input, onSpent) {
      const done = last.then(() => carryOut({ name, input } as Order, onSpent));
      last = done.catch(() => undefined);
      return done as ReturnType<Workshop["work"]> as never;
    },
    close: end,
  };
}

function answerOf(thread: Worker, order: Order, time: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const tooMuch = (cause?: unknown) =>
      new StatementTooLongError("The statement took more time or memory than this node gives it.", {
        cause,
        details: ["Ask for a shorter period."],
      });
    const timer = setTimeout(() => settle(() => reject(tooMuch())), time);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      thread.removeAllListeners("message");
      thread.removeAllListeners("error");
      how();
    };
    thread.once("message", (answer: Answer) => settle(() => resolve(answer)));
    thread.once("error", (error: unknown) =>
      settle(() => reject(isMemory(error) ? tooMuch(error) : error)),
    );
    thread.postMessage(order);
  });
}

const isMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

const ERRORS: Readonly<
  Record<string, new (message: string, options: { details: readonly string[] }) => RyuguError>
> = {
  "statement-facts": StatementFactsError,
  "statement-pdf": StatementPdfError,
  "statement-too-long": StatementTooLongError,
};

function errorOf({ code = "", message, details }: Exclude<Answer, { result: unknown }>): Error {
  const Class = ERRORS[code];
  return Class === undefined ? new Error(message) : new Class(message, { details });
}
