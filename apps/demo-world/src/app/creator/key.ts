import { problemOf } from "../world/problem-code.ts";
import { resumeCashOut } from "./cash-out.ts";
import { type CreatorDesk, heavy } from "./desk.ts";

/** Opening the key that this browser keeps. */
export function keyActions(desk: CreatorDesk) {
  const { view } = desk.stores;
  return {
    askKey() {
      if (view.getState().lock === "locked")
        view.setState({ lock: "asking", lockProblem: undefined });
    },
    leaveKey() {
      if (view.getState().lock === "asking") view.setState({ lock: "locked" });
    },
    async openKey(secret: { passphrase: string } | "passkey") {
      if (view.getState().lock !== "asking") return;
      view.setState({ lock: "opening", lockProblem: undefined });
      try {
        const { unlockAccount } = await heavy();
        desk.key = await unlockAccount(secret);
        view.setState({ lock: "open" });
        if (desk.look !== undefined) resumeCashOut(desk, desk.look);
      } catch (error) {
        view.setState({ lock: "asking", lockProblem: problemOf(error) });
      }
    },
    /** Forgets the open key; the locked one stays. */
    closeKey() {
      desk.key = undefined;
      desk.sessions.clear();
      const { phase } = desk.stores.cashOut.getState();
      if (phase === "sending" || phase === "following")
        desk.stores.cashOut.setState({ phase: "kept" });
      view.setState({ lock: "locked", lockProblem: undefined });
    },
  };
}
