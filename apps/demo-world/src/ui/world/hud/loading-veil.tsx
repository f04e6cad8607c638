import { useVisitState, useWorldWords } from "../visit-context.tsx";

/** Until the world can be seen: how far it is. */
export function LoadingVeil() {
  const words = useWorldWords();
  const { done, of, isReady } = useVisitState("arrival", (state) => state.loaded);
  if (isReady) return null;
  const text = of === 0 ? words.arrival.busy.world : words.loading(done, of);
  return (
    <div className="veil" role="status" data-loading="true">
      <p>{text}</p>
      <progress {...(of === 0 ? {} : { value: done, max: of })} aria-label={text} />
    </div>
  );
}
