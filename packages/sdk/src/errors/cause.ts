import { RyuguError } from "./ryugu-error.ts";

/**
 * Finds the first error in a chain of causes that is of the given class.
 *
 * @example
 * const wrong = findCause(error, MessageTruncatedError);
 */
export function findCause<T extends Error>(
  error: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: the parameters of any error's constructor
  type: abstract new (...args: any[]) => T,
): T | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof type) return current;
  }
  return undefined;
}

/** Whether trying the same call again may help: the first Ryugu error in the chain decides. */
export function isRetryable(error: unknown): boolean {
  return findCause(error, RyuguError)?.retryable ?? false;
}
