import type { Here } from "../here.ts";
import { gatewayText } from "../message/signature.ts";
import { ensure } from "../refusal.ts";
import type { Chain, Signatures } from "../state/chain.ts";
import { set } from "../state/journal.ts";
import type { CouncilAct } from "./acts.ts";
import { listToken, proposePolicy, setDefaultLimit, setLimit } from "./admission.ts";
import type { Decided } from "./decided.ts";
import { halt, reAnchor } from "./halt.ts";
import { openLane, retireLane, setTerms } from "./lanes.ts";
import { extendPause, liftPause } from "./pause.ts";
import { needQuorum } from "./quorum.ts";
import { cancelWindDown, proposeWindDown } from "./wind-down.ts";

/** The text that validators sign for an act. */
export function actText(
  { id, gateway }: Pick<Chain, "id" | "gateway">,
  nonce: number,
  act: CouncilAct,
): string {
  const signed = act.kind === "re-anchor" ? { ...act, lostHashes: [] } : act;
  return gatewayText(id, gateway, act.kind, { nonce, ...signed });
}

/** Does what a quorum decided for this gateway. */
export function decide(here: Here, nonce: number, act: CouncilAct, signatures: Signatures): void {
  carryOutAct(here, act, () => {
    const { council } = here.chain;
    ensure(nonce === council.nonce, "NonceWrong", `${nonce} instead of ${council.nonce}`);
    needQuorum(here, actText(here.chain, nonce, act), signatures);
    set(here.journal, here.chain, "council", { ...council, nonce: nonce + 1 });
  });
}

function carryOutAct(here: Here, act: CouncilAct, decided: Decided): void {
  switch (act.kind) {
    case "open-lane":
      openLane(here, act, decided);
      break;
    case "retire-lane":
      retireLane(here, act.counterpart, decided);
      break;
    case "set-terms":
      setTerms(here, act.counterpart, act, decided);
      break;
    case "set-limit":
      setLimit(here, act.collection, act, decided);
      break;
    case "set-default-limit":
      setDefaultLimit(here, act, decided);
      break;
    case "list-token":
      listToken(here, act.token, act.class, act, decided);
      break;
    case "propose-policy":
      proposePolicy(here, act.policy, decided);
      break;
    case "extend-pause":
      extendPause(here, act.subject, act.until, decided);
      break;
    case "lift-pause":
      liftPause(here, act.subject, decided);
      break;
    case "halt":
      halt(here, act.laneId, decided);
      break;
    case "re-anchor":
      reAnchor(here, act, decided);
      break;
    case "propose-wind-down":
      proposeWindDown(here, act, decided);
      break;
    case "cancel-wind-down":
      cancelWindDown(here, act.counterpart, decided);
      break;
  }
}
