import type { ReactNode } from "react";
import { useCreator, useCreatorWords, useKey } from "./creator-context.tsx";

/** Shows what needs the key once it is open; before that, how to open it. */
export function KeyGate({ children }: { children: ReactNode }) {
  const words = useCreatorWords().key;
  const { actions } = useCreator();
  const key = useKey();
  if (key === "open") return children;
  if (key === "none") return <p className="hint">{words.notYours}</p>;
  return (
    <div className="key-gate">
      <p className="hint">{words.needed}</p>
      <button type="button" className="glass-button" onClick={actions.askKey}>
        {words.open}
      </button>
    </div>
  );
}
