import { createBookkeeper } from "../../bookkeeper/bookkeeper.ts";
import { createWorkshop } from "../../bookkeeper/workshop.ts";
import type { CreatorStatements } from "../../ports/creator-statements.ts";
import type { SharedParts } from "../parts.ts";

/** Making creators' statements. */
export interface StatementsRole {
  /** Undefined where the configuration names no currencies for them. */
  creatorStatements: CreatorStatements | undefined;
  close(): Promise<void>;
}

/** Makes the bookkeeper. Its thread starts when the first statement is asked for. */
export function statementsRole({
  chains,
  config,
  store,
  signer,
  view,
}: SharedParts): StatementsRole {
  const { statements } = config.payout;
  if (statements === undefined)
    return { creatorStatements: undefined, close: async () => undefined };
  const workshop = createWorkshop();
  const creatorStatements = createBookkeeper({
    ...{ store, signer, workshop, ...statements },
    zone: () => view.zone,
    chains: chains.map(({ reader: { chain } }) => chain),
  });
  return { creatorStatements, close: workshop.close };
}
