import { useEffect, useId, useRef, useState } from "react";
import { useCreator, useCreatorState, useCreatorWords } from "./creator-context.tsx";
import { Problem } from "./problem.tsx";

/** Opens the key that this browser keeps, by passkey or passphrase. */
export function UnlockDialog() {
  const words = useCreatorWords().key;
  const { actions } = useCreator();
  const lock = useCreatorState("view", (state) => state.lock);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const isOpen = lock === "asking" || lock === "opening";
  useEffect(() => {
    const { current } = dialog;
    if (isOpen && current?.open === false) current.showModal();
    if (!isOpen && current?.open === true) current.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className="unlock-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        actions.leaveKey();
      }}
    >
      {isOpen && (
        <div className="unlock-body" data-lock={lock}>
          <h2 id={id}>{words.title}</h2>
          <p>{words.text}</p>
          <Ways isBusy={lock === "opening"} />
        </div>
      )}
    </dialog>
  );
}

function Ways({ isBusy }: { isBusy: boolean }) {
  const words = useCreatorWords().key;
  const { actions } = useCreator();
  const key = useCreatorState("view", (state) => state.key);
  const problem = useCreatorState("view", (state) => state.lockProblem);
  const [passphrase, setPassphrase] = useState("");
  const id = useId();
  return (
    <>
      <Problem problem={problem} />
      <p role="status">{isBusy && words.opening}</p>
      {key !== undefined && key.passkeys > 0 && (
        <button
          type="button"
          className="main-button"
          data-action="unlock-passkey"
          disabled={isBusy}
          onClick={() => actions.openKey("passkey")}
        >
          {words.passkey}
        </button>
      )}
      {key?.hasPassphrase === true && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            actions.openKey({ passphrase });
          }}
        >
          <div className="field">
            <label htmlFor={id}>{words.passphrase}</label>
            <input
              id={id}
              type="password"
              value={passphrase}
              autoComplete="current-password"
              onChange={({ target }) => setPassphrase(target.value)}
            />
          </div>
          <button
            type="submit"
            className="main-button"
            data-action="unlock"
            disabled={passphrase === "" || isBusy}
          >
            {words.submit}
          </button>
        </form>
      )}
      <button
        type="button"
        className="quiet-button"
        disabled={isBusy}
        onClick={() => actions.leaveKey()}
      >
        {words.cancel}
      </button>
    </>
  );
}
