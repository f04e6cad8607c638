import { formatYen } from "../../../../sim/money/yen.ts";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";

/** One's own test yen, and more of it where it does not suffice. */
export function Purse({ isEnough }: { isEnough: boolean }) {
  const words = useWorldWords().panels.artwork;
  const language = useLanguage();
  const { askYen } = useActions();
  const { yen, isAskingYen, yenProblem } = useVisitState("market", (state) => state);
  return (
    <div className="purse">
      <p data-yen={yen ?? ""}>
        {yen === undefined ? words.yenUnknown : words.yen(formatYen(yen, language))}
      </p>
      {!isEnough && (
        <>
          <p className="hint">{words.tooFew}</p>
          <button
            type="button"
            className="glass-button"
            data-action="get-yen"
            disabled={isAskingYen}
            onClick={askYen}
          >
            {isAskingYen ? words.gettingYen : words.getYen}
          </button>
        </>
      )}
      <ProblemNote problem={yenProblem === undefined ? undefined : { code: yenProblem }} />
    </div>
  );
}
