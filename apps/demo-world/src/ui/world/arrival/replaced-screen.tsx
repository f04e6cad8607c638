import { useActions, useWorldWords } from "../visit-context.tsx";

/** The same person is elsewhere now. */
export function ReplacedScreen() {
  const words = useWorldWords().arrival;
  const { retryEntering } = useActions();
  return (
    <section className="card" data-wide={false} data-screen="replaced">
      <h1 tabIndex={-1}>{words.replacedTitle}</h1>
      <p className="card-lead">{words.replacedText}</p>
      <button type="button" className="main-button" onClick={retryEntering}>
        {words.continueHere}
      </button>
    </section>
  );
}
