import { useId, useState } from "react";
import { readAccount } from "../../../sim/creator/account.ts";
import type { WaitingCredit } from "../../../sim/creator/credit.ts";
import { useCreator, useCreatorState, useCreatorWords, useLanguage } from "../creator-context.tsx";
import { moneyText } from "../money-text.ts";
import { Problem } from "../problem.tsx";

/** To this account, or by signature to another. */
export function ClaimForm({ credit }: { credit: WaitingCredit }) {
  const words = useCreatorWords();
  const language = useLanguage();
  const { actions } = useCreator();
  const account = useCreatorState("view", (state) => state.account) ?? "";
  const claiming = useCreatorState("money", ({ claims }) => claims[credit.key]);
  const { key, reason, amount } = credit;
  const [isOther, setOther] = useState(reason !== "payable" && reason !== "paused");
  const [text, setText] = useState("");
  const [fault, setFault] = useState("");
  const id = useId();
  const phase = claiming?.phase ?? "idle";
  const isBusy = phase === "signing" || phase === "sending";
  const submit = () => {
    // As it was typed: capitals in it are a checksum, which is checked before anything is signed.
    const to = isOther ? text.trim() : account;
    if (readAccount(to) === undefined) return setFault(words.who.invalid);
    const isSelf = to.toLowerCase() === account && reason === "blocked";
    setFault(isSelf ? words.credits.isSelf : "");
    if (!isSelf) actions.claim(key, to);
  };
  return (
    <form
      className="claim-form"
      data-claim={phase}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className="segments" disabled={isBusy}>
        <legend className="visually-hidden">{words.credits.otherLabel}</legend>
        {[false, true].map((other) => (
          <label key={`${other}`}>
            <input
              type="radio"
              name={`${id}-to`}
              checked={other === isOther}
              onChange={() => setOther(other)}
            />
            <span>{other ? words.credits.toOther : words.credits.toSelf}</span>
          </label>
        ))}
      </fieldset>
      {isOther && (
        <div className="field">
          <label htmlFor={id}>{words.credits.otherLabel}</label>
          <input
            id={id}
            type="text"
            value={text}
            maxLength={64}
            placeholder="0x…"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            disabled={isBusy}
            aria-invalid={fault !== ""}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setText(target.value)}
          />
          <p className="hint" id={`${id}-hint`}>
            {words.credits.otherHint}
          </p>
        </div>
      )}
      <p role="alert" className="danger-text">
        {fault}
      </p>
      <Problem problem={phase === "failed" ? claiming?.problem : undefined} />
      <button type="submit" className="main-button" data-action="claim" disabled={isBusy}>
        {words.credits.send(moneyText(amount, language))}
      </button>
      <p role="status">
        {phase === "signing" && words.credits.signing}
        {phase === "sending" && words.credits.sending}
      </p>
    </form>
  );
}
