import { useVisitState, useWorldWords } from "../visit-context.tsx";

/** What is being done while one waits. */
export function Busy() {
  const words = useWorldWords().arrival;
  const busy = useVisitState("arrival", (state) => state.busy);
  const fraction = useVisitState("arrival", (state) => state.fraction);
  return (
    <div className="busy" role="status" data-busy={busy ?? "none"}>
      {busy !== undefined && (
        <>
          <p>{words.busy[busy]}</p>
          <progress
            {...(fraction === undefined ? {} : { value: fraction })}
            max={1}
            aria-label={words.busy[busy]}
          />
        </>
      )}
    </div>
  );
}
