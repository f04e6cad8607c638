import type { Operator, Order } from "../../server/operator/operator.ts";

/** When an operator's process is as good as dead: it answers nothing any more until the server is started again. */
export interface Death {
  /** How many orders are still begun. */
  orders: number;
  /** Whether the last of them is signed and sent. */
  isSent: boolean;
}

/** A death that never comes. */
export const noDeath = (): Death => ({ orders: Number.POSITIVE_INFINITY, isSent: false });

/** An operator that dies when it is told to. */
export const dying =
  (death: Death) =>
  (operator: Operator): Operator => {
    const end = () => new Promise<never>(() => undefined);
    return {
      ...operator,
      async submit(order: Order) {
        if (death.orders === 0) return end();
        death.orders -= 1;
        if (death.orders === 0 && !death.isSent) return end();
        const signed = await operator.submit(order);
        return death.orders === 0 ? end() : signed;
      },
    };
  };
