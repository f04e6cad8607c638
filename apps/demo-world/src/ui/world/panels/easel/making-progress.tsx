import {
  MAKING_STEPS,
  type Making,
  type MakingStep,
  nextStep,
  stateOfStep,
} from "../../../../sim/making/making.ts";
import { readPrice } from "../../../../sim/money/whole-yen.ts";
import { formatYen } from "../../../../sim/money/yen.ts";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";

/** A work on its way to the wall, step by step; what one can do where a step failed, and when it hangs. */
export function MakingProgress({ making }: { making: Making }) {
  const words = useWorldWords().making;
  const language = useLanguage();
  const isBusy = useVisitState("making", (state) => state.isBusy);
  const problem = useVisitState("making", (state) => state.problem);
  const url = useVisitState("making", ({ picture }) => picture?.url);
  const step = nextStep(making);
  const price = readPrice(making.draft.price);
  return (
    <div className="making" data-making={step ?? "done"} data-busy={isBusy}>
      <div className="making-work">
        {url !== undefined && <img src={url} alt="" width="96" height="96" />}
        <p>
          <b>
            <bdi>{making.draft.title}</bdi>
          </b>
          {price !== undefined && <span>{formatYen(`${price}`, language)}</span>}
        </p>
      </div>
      <ol className="making-steps" aria-label={words.steps}>
        {MAKING_STEPS.map((one) => (
          <StepRow
            key={one}
            step={one}
            state={stateOfStep(making, one)}
            isRunning={isBusy && one === step}
          />
        ))}
      </ol>
      <ProblemNote problem={problem === undefined ? undefined : { code: problem }} />
      {step === undefined ? <Done making={making} /> : !isBusy && <Stopped making={making} />}
    </div>
  );
}

interface StepRowProps {
  step: MakingStep;
  state: ReturnType<typeof stateOfStep>;
  isRunning: boolean;
}

function StepRow({ step, state, isRunning }: StepRowProps) {
  const words = useWorldWords().making.step[step];
  const shown = state === "now" && !isRunning ? "stopped" : state;
  return (
    <li data-step={step} data-state={shown} aria-current={isRunning ? "step" : undefined}>
      <span className="step-mark" aria-hidden="true" />
      <span role={isRunning ? "status" : undefined}>
        {state === "done" ? words.done : isRunning ? words.now : words.next}
      </span>
    </li>
  );
}

/** A step failed, or the page was loaded again: one goes on, changes the form, or leaves it. */
function Stopped({ making }: { making: Making }) {
  const words = useWorldWords().making;
  const { goOnMaking, changeDraft, clearEasel } = useActions();
  const isMade = making.work !== undefined;
  return (
    <>
      <p className="hint">{isMade ? words.stoppedMade : words.stopped}</p>
      <div className="row">
        <button
          type="button"
          className="main-button"
          data-action="go-on-making"
          onClick={goOnMaking}
        >
          {words.goOn}
        </button>
        {isMade ? (
          <button
            type="button"
            className="quiet-button"
            data-action="leave-work"
            onClick={clearEasel}
          >
            {words.leave}
          </button>
        ) : (
          <button
            type="button"
            className="quiet-button"
            data-action="change-draft"
            onClick={changeDraft}
          >
            {words.change}
          </button>
        )}
      </div>
    </>
  );
}

function Done({ making }: { making: Making }) {
  const words = useWorldWords().making;
  const { clearEasel, walkTo, open } = useActions();
  const isHere = useVisitState("place", ({ place }) => place === "garan");
  const spot = making.work?.spot ?? "";
  return (
    <>
      <p role="status" className="note" data-tone="good">
        {words.done}
      </p>
      <div className="row">
        {isHere && (
          <button
            type="button"
            className="main-button"
            data-action="see-work"
            onClick={() => {
              open(undefined);
              walkTo("artwork", spot);
            }}
          >
            {words.see}
          </button>
        )}
        <button
          type="button"
          className="quiet-button"
          data-action="another-work"
          onClick={clearEasel}
        >
          {words.another}
        </button>
      </div>
    </>
  );
}
