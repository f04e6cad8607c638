/** What a crash looks like from inside: the call never comes back with an answer. */
export class Crash extends Error {}

/**
 * Wraps a port so that the n-th call crashes, before or after it took effect. A process that crashed makes
 * no further call.
 */
export function crashing<T extends object>(
  port: T,
  plan: { calls: number; when: "before" | "after" },
): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return (...values: unknown[]) => {
        plan.calls -= 1;
        if (plan.calls < 0 || (plan.calls === 0 && plan.when === "before"))
          return Promise.reject(new Crash());
        const result: unknown = Reflect.apply(member, target, values);
        if (plan.calls > 0) return result;
        return Promise.resolve(result).then(() => {
          throw new Crash();
        });
      };
    },
  });
}

/** Where a process freezes: at which call, and until when. */
export interface Freeze {
  /** Calls before it. */
  calls: number;
  until: Promise<void>;
  /** Called when it freezes. */
  frozen(): void;
}

/** Wraps a port so that one call is made late: what a process that is stopped and goes on does. */
export function freezing<T extends object>(port: T, freeze: Freeze): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return (...values: unknown[]) => {
        const call = () => Reflect.apply(member, target, values);
        freeze.calls -= 1;
        if (freeze.calls !== -1) return call();
        freeze.frozen();
        return freeze.until.then(call);
      };
    },
  });
}
