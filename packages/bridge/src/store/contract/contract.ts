import type { Store } from "../../ports/store.ts";
import { attestationsContract } from "./attestations.ts";
import { endingsContract } from "./endings.ts";
import { factsContract } from "./facts.ts";
import { payoutsContract } from "./payouts.ts";
import { reanchoringContract } from "./reanchoring.ts";
import { rotationsContract } from "./rotations.ts";
import { royaltiesContract } from "./royalties.ts";
import { statementsContract } from "./statements.ts";
import { transfersContract } from "./transfers.ts";
import { webhooksContract } from "./webhooks.ts";
import { writersContract } from "./writers.ts";

/** What every store does, but for what the auditor asks of it. Run over each implementation. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  factsContract(name, open);
  attestationsContract(name, open);
  transfersContract(name, open);
  writersContract(name, open);
  endingsContract(name, open);
  rotationsContract(name, open);
  reanchoringContract(name, open);
  webhooksContract(name, open);
  royaltiesContract(name, open);
  payoutsContract(name, open);
  statementsContract(name, open);
}
