import { useCreatorState, useCreatorWords, useKey } from "../creator-context.tsx";
import { KeyGate } from "../key-gate.tsx";
import { Part } from "../part.tsx";
import { CashOutForm } from "./cash-out-form.tsx";
import { CashOutProgress } from "./cash-out-progress.tsx";
import { CashOutQuoteView } from "./cash-out-quote.tsx";

/** From yen tokens to a bank account. */
export function CashOutPart() {
  const words = useCreatorWords().cashOut;
  return (
    <Part name="cash-out" seal="両" title={words.title} lead={words.lead}>
      <CashOutBody />
    </Part>
  );
}

function CashOutBody() {
  const words = useCreatorWords().cashOut;
  const phase = useCreatorState("cashOut", (state) => state.phase);
  const purse = useCreatorState("money", ({ purses }) => purses.find((one) => one.hasCashOut));
  const key = useKey();
  if (phase === "kept" && key === "locked") {
    return (
      <>
        <p className="note" data-cash-out="kept">
          {words.kept}
        </p>
        <KeyGate>{null}</KeyGate>
      </>
    );
  }
  if (purse === undefined) return <p className="hint">{words.none}</p>;
  return (
    <KeyGate>
      <div data-cash-out={phase}>
        {(phase === "form" || phase === "quoting") && <CashOutForm purse={purse} />}
        {(phase === "quoted" || phase === "signing") && <CashOutQuoteView />}
        {["sending", "kept", "following", "ended"].includes(phase) && <CashOutProgress />}
      </div>
    </KeyGate>
  );
}
