import type { CashOut, CashOutState } from "@ryugu/sdk/payout";
import { useCreator, useCreatorState, useCreatorWords, useLanguage } from "../creator-context.tsx";
import { Problem } from "../problem.tsx";

const GOOD: readonly CashOutState[] = ["requested", "accepted", "sent", "settled"];
/** As far as the issuer has not ordered the transfer for good. */
const STOPPABLE: readonly CashOutState[] = ["requested", "accepted"];

/** The steps that a cash-out takes from here: to the end that it is on its way to. */
function stepsOf({ state }: CashOut): readonly CashOutState[] {
  if (state === "cancelled") return ["requested", "cancelled"];
  if (state === "refused" || state === "returned")
    return ["requested", "accepted", "refused", "returned"];
  return GOOD;
}

/** Follows a cash-out to its end. */
export function CashOutProgress() {
  const words = useCreatorWords().cashOut;
  const language = useLanguage();
  const { actions } = useCreator();
  const { phase, cashOut, isSilent, isCancelling, problem } = useCreatorState(
    "cashOut",
    (state) => state,
  );
  if (cashOut === undefined) {
    return (
      <>
        <p role="status">{words.sending}</p>
        {isSilent && <Silent />}
        <Problem problem={problem} />
      </>
    );
  }
  const yen = new Intl.NumberFormat(language, { style: "currency", currency: "JPY" });
  const { state, reason, accountEnding, fee } = cashOut;
  return (
    <div className="cash-out-progress" data-cash-out-state={state}>
      <p className="cash-out-amount">
        <strong>{yen.format(cashOut.yen - fee)}</strong>{" "}
        <span className="hint">{words.ending(accountEnding)}</span>
      </p>
      <Steps cashOut={cashOut} />
      {reason !== undefined && (
        <p className="note" data-tone="warning" data-cash-out-reason={reason}>
          {words.reasons[reason]}
        </p>
      )}
      {isSilent && <Silent />}
      <Problem problem={problem} />
      {phase !== "ended" && STOPPABLE.includes(state) && (
        <button
          type="button"
          className="glass-button"
          data-action="cancel-cash-out"
          disabled={isCancelling}
          onClick={() => actions.cancelCashOut()}
        >
          {isCancelling ? words.cancelling : words.cancel}
        </button>
      )}
      {phase === "ended" && (
        <button type="button" className="glass-button" onClick={() => actions.newCashOut()}>
          {words.another}
        </button>
      )}
    </div>
  );
}

function Steps({ cashOut }: { cashOut: CashOut }) {
  const words = useCreatorWords().cashOut;
  const steps = stepsOf(cashOut);
  const at = steps.indexOf(cashOut.state);
  return (
    <ol className="steps" aria-label={words.progress} aria-live="polite">
      {steps.map((step, index) => (
        <li
          key={step}
          data-step={step}
          data-reached={index <= at}
          {...(index === at ? { "aria-current": "step" as const } : {})}
        >
          {words.states[step]}
        </li>
      ))}
    </ol>
  );
}

function Silent() {
  const words = useCreatorWords().cashOut;
  return (
    <p className="note" data-tone="warning" role="status">
      {words.silent}
    </p>
  );
}
