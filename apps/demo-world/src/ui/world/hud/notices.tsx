import { useVisitState, useWorldWords } from "../visit-context.tsx";
import { problemWords } from "../words/index.ts";

/** What the page says for a moment; a screen reader says it too. */
export function Notices() {
  const words = useWorldWords();
  const notices = useVisitState("talk", (state) => state.notices);
  const text = (code: string, about: string) => {
    if (Object.hasOwn(words.notices, code)) return words.notices[code]?.(about);
    const problem = problemWords(words, code);
    return `${problem.text} ${problem.todo}`;
  };
  const named = (about = "") =>
    about === "minato" || about === "garan" ? words.platforms[about] : about;
  return (
    <div className="notices" role="status">
      {notices.map(({ key, code, tone, about }) => (
        <p key={key} className="notice-line paper" data-tone={tone} data-notice={code}>
          {text(code, named(about))}
        </p>
      ))}
    </div>
  );
}
