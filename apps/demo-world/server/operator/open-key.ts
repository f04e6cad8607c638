import type { Operator } from "./operator.ts";

/** The key under which something is tried: what the chain refused has moved nothing, and is tried under another one. */
export function openKey(operator: Pick<Operator, "find">, key: string): string {
  let open = key;
  for (let tries = 2; operator.find(open)?.state === "reverted"; tries++) open = `${key}/${tries}`;
  return open;
}
