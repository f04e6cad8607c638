import { type CreatorDraft, MOST, sumOf } from "../../../../sim/making/draft.ts";
import { evenly, WHOLE, writePercent } from "../../../../sim/making/percent.ts";
import { useActions, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { CreatorRow } from "./creator-row.tsx";

/** Who is paid for the work, and how much of it. */
export function CreatorRows({ creators }: { creators: readonly CreatorDraft[] }) {
  const words = useWorldWords().making;
  const { setDraft } = useActions();
  const self = useVisitState("belongings", ({ account }) => account?.toLowerCase());
  const set = (next: readonly CreatorDraft[]) => setDraft({ creators: next });
  const sum = sumOf({ creators });
  return (
    <fieldset className="creator-rows">
      <legend>{words.creators}</legend>
      <p className="hint">{words.creatorsHint}</p>
      <ol>
        {creators.map((creator, i) => (
          <CreatorRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list; what is written in it lives above.
            key={i}
            number={i + 1}
            creator={creator}
            isSelf={self !== undefined && creator.account.trim().toLowerCase() === self}
            onChange={(change) =>
              set(creators.map((one, n) => (n === i ? { ...one, ...change } : one)))
            }
            {...(creators.length > 1
              ? { onRemove: () => set(creators.filter((_, n) => n !== i)) }
              : {})}
          />
        ))}
      </ol>
      <div className="row">
        <button
          type="button"
          className="glass-button"
          data-action="add-creator"
          disabled={creators.length >= MOST.creators}
          onClick={() => set([...creators, { name: "", account: "", percent: "" }])}
        >
          {words.addCreator}
        </button>
        {creators.length > 1 && (
          <button
            type="button"
            className="quiet-button"
            data-action="even"
            onClick={() => {
              const parts = evenly(creators.length);
              set(creators.map((one, i) => ({ ...one, percent: parts[i] ?? "" })));
            }}
          >
            {words.divideEvenly}
          </button>
        )}
      </div>
      <p className="creator-sum" role="status" data-sum={sum} data-whole={sum === WHOLE}>
        {words.sum(writePercent(sum))}
      </p>
    </fieldset>
  );
}
