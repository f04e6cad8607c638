import { useId, useState } from "react";
import { readAccount } from "../../sim/creator/account.ts";
import { shortId } from "../../sim/identifier.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { useCreator, useCreatorState, useCreatorWords, useKey } from "./creator-context.tsx";

/** Whose money is shown. */
export function Who() {
  const words = useCreatorWords().who;
  const { actions } = useCreator();
  const account = useCreatorState("view", (state) => state.account) ?? "";
  const hasKey = useCreatorState("view", (state) => state.key !== undefined);
  const isOwn = useKey() !== "none";
  return (
    <div className="who" data-own={isOwn}>
      <p className="who-account">
        <span className="tag">{isOwn ? words.own : words.other}</span>
        <span className="copyable">
          <code title={account}>{shortId(account, 10, 8)}</code>
          <CopyButton
            value={account}
            label={words.copy}
            copied={words.copied}
            failed={words.copyFailed}
          />
        </span>
      </p>
      {!isOwn && <p className="hint">{words.otherText}</p>}
      {!isOwn && hasKey && (
        <button type="button" className="quiet-button" onClick={() => actions.lookAt(undefined)}>
          {words.back}
        </button>
      )}
      <details className="fold">
        <summary>{words.lookAt}</summary>
        <LookForm />
      </details>
    </div>
  );
}

/** What is shown while no account is looked at. */
export function NobodyHere() {
  const words = useCreatorWords().who;
  return (
    <section className="card-section nobody">
      <h2>{words.nobody}</h2>
      <p>{words.nobodyText}</p>
      <a className="main-button" href="/">
        {words.toWorld}
      </a>
      <LookForm />
    </section>
  );
}

function LookForm() {
  const words = useCreatorWords().who;
  const { actions } = useCreator();
  const id = useId();
  const [text, setText] = useState("");
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className="look-form"
      onSubmit={(event) => {
        event.preventDefault();
        const account = readAccount(text);
        setWrong(account === undefined);
        if (account !== undefined) actions.lookAt(account);
      }}
    >
      <div className="field">
        <label htmlFor={id}>{words.account}</label>
        <div className="field-row">
          <input
            id={id}
            type="text"
            value={text}
            maxLength={64}
            placeholder="0x…"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={isWrong}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" className="glass-button">
            {words.look}
          </button>
        </div>
        <p className="hint" id={`${id}-hint`}>
          <span role="alert">{isWrong && words.invalid}</span> {words.shared}
        </p>
      </div>
    </form>
  );
}
