import { useState } from "react";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Busy } from "./busy.tsx";
import { StepCard } from "./step-card.tsx";

/** Opens the key that was made here before. */
export function UnlockScreen() {
  const words = useWorldWords().arrival;
  const { unlock, go } = useActions();
  const key = useVisitState("arrival", (state) => state.keptKey);
  const name = useVisitState("arrival", (state) => state.visitor.name);
  const busy = useVisitState("arrival", (state) => state.busy);
  const [passphrase, setPassphrase] = useState("");
  return (
    <StepCard title={words.unlockTitle} lead={words.unlockLead(name)}>
      <Busy />
      {key !== undefined && key.passkeys > 0 && (
        <button
          type="button"
          className="main-button"
          data-action="unlock-passkey"
          disabled={busy !== undefined}
          onClick={() => unlock("passkey")}
        >
          {words.unlockPasskey}
        </button>
      )}
      {key?.hasPassphrase === true && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            unlock({ passphrase });
          }}
        >
          <PassphraseField value={passphrase} onChange={setPassphrase} />
          <button
            type="submit"
            className="main-button"
            data-action="unlock"
            disabled={passphrase === "" || busy !== undefined}
          >
            {words.unlock}
          </button>
        </form>
      )}
      <div className="row">
        <button type="button" className="quiet-button" onClick={() => go("recover")}>
          {words.recoverTitle}
        </button>
        <button type="button" className="quiet-button" onClick={() => go("key")}>
          {words.someoneElse}
        </button>
      </div>
    </StepCard>
  );
}
