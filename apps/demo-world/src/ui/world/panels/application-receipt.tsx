import { useState } from "react";
import { shortId } from "../../../sim/identifier.ts";
import type { Organisation } from "../../../sim/protocol/platform.ts";
import type { OwnApplication } from "../../../stores/world/fair-store.ts";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";

interface ApplicationReceiptProps {
  organisation: Organisation;
  receipt: OwnApplication;
}

/** An application that was sent: its receipt, and how to take it back. */
export function ApplicationReceipt({ organisation, receipt }: ApplicationReceiptProps) {
  const words = useWorldWords().panels.booth;
  const language = useLanguage();
  const { withdraw } = useActions();
  const busy = useVisitState("fair", (state) => state.busy);
  const problem = useVisitState("fair", (state) => state.problem);
  const [isAsking, setAsking] = useState(false);
  const isWithdrawn = receipt.withdrawnAt !== null;
  return (
    <div className="receipt" data-receipt={receipt.id} data-withdrawn={isWithdrawn} role="status">
      <p>
        <strong>{isWithdrawn ? words.withdrawn : words.receiptTitle}</strong>{" "}
        {isWithdrawn ? words.withdrawnText : words.receipt(organisation.name[language])}
      </p>
      <p className="hint">
        {words.receiptId} <code title={receipt.id}>{shortId(receipt.id, 10, 6)}</code>
      </p>
      {!isWithdrawn && !isAsking && (
        <button
          type="button"
          className="quiet-button"
          data-action="withdraw"
          onClick={() => setAsking(true)}
        >
          {words.withdraw}
        </button>
      )}
      {!isWithdrawn && isAsking && (
        <>
          <p>{words.withdrawText}</p>
          <ProblemNote problem={problem === undefined ? undefined : { code: problem }} />
          <div className="row">
            <button
              type="button"
              className="main-button"
              data-action="withdraw-now"
              disabled={busy !== undefined}
              onClick={() => withdraw(receipt.id)}
            >
              {busy === "withdrawing" ? words.withdrawing : words.withdraw}
            </button>
            <button type="button" className="quiet-button" onClick={() => setAsking(false)}>
              {words.cancel}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
