import { useCallback, useState } from "react";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Busy } from "./busy.tsx";
import { StepCard } from "./step-card.tsx";

/** A key of one's own: by this device, by a passphrase, or in a wallet that one has. */
export function KeyScreen() {
  const words = useWorldWords().arrival;
  const { makeKey, go } = useActions();
  const passkey = useVisitState("arrival", (state) => state.passkey);
  const name = useVisitState("arrival", (state) => state.visitor.name);
  const busy = useVisitState("arrival", (state) => state.busy);
  const hasPasskey = passkey?.isAvailable === true;
  return (
    <StepCard title={words.keyTitle} lead={words.keyLead}>
      <Busy />
      {hasPasskey && (
        <div className="choice">
          <button
            type="button"
            className="main-button"
            data-action="passkey"
            disabled={busy !== undefined}
            onClick={() => makeKey({ kind: "passkey", name })}
          >
            {words.keyPasskey}
          </button>
          <p className="hint">{words.keyPasskeyText}</p>
        </div>
      )}
      {passkey?.isAvailable === false && <p className="hint">{words.keyNoPasskey}</p>}
      <details className="fold" open={!hasPasskey} data-way="passphrase">
        <summary>{words.keyPassphrase}</summary>
        <PassphraseWay />
      </details>
      <details className="fold" data-way="wallet">
        <summary>{words.ownWallet}</summary>
        <WalletWay />
      </details>
      <button type="button" className="quiet-button" onClick={() => go("recover")}>
        {words.haveKey}
      </button>
    </StepCard>
  );
}

function PassphraseWay() {
  const words = useWorldWords().arrival;
  const { makeKey } = useActions();
  const busy = useVisitState("arrival", (state) => state.busy);
  const [passphrase, setPassphrase] = useState("");
  const [isEnough, setEnough] = useState(false);
  const rated = useCallback((enough: boolean) => setEnough(enough), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        makeKey({ kind: "passphrase", passphrase });
      }}
    >
      <p className="hint">{words.keyPassphraseText}</p>
      <PassphraseField value={passphrase} onChange={setPassphrase} isNew onRated={rated} />
      <button
        type="submit"
        className="main-button"
        data-action="make-key"
        disabled={!isEnough || busy !== undefined}
      >
        {words.makeKey}
      </button>
    </form>
  );
}

function WalletWay() {
  const words = useWorldWords().arrival;
  const { connectWallet } = useActions();
  const wallets = useVisitState("arrival", (state) => state.wallets);
  return (
    <>
      <p className="hint">{wallets.length === 0 ? words.noWallet : words.ownWalletText}</p>
      <ul className="wallets">
        {wallets.map(({ uuid, name, icon }) => (
          <li key={uuid}>
            <button
              type="button"
              className="glass-button"
              data-action="connect-wallet"
              onClick={() => connectWallet(uuid)}
            >
              <img src={icon} alt="" width="24" height="24" /> {words.connect(name)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
