import type { ReactNode } from "react";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";

interface StepCardProps {
  title: string;
  lead?: string;
  wide?: boolean;
  children: ReactNode;
}

/** One step of the way in: a card of paper over the sea, with a way back. */
export function StepCard({ title, lead, wide = false, children }: StepCardProps) {
  const words = useWorldWords();
  const { back } = useActions();
  const problem = useVisitState("arrival", (state) => state.problem);
  return (
    <section className="card" data-wide={wide}>
      <button type="button" className="quiet-button card-back" onClick={back}>
        ‹ {words.arrival.back}
      </button>
      <h1 tabIndex={-1}>{title}</h1>
      {lead !== undefined && <p className="card-lead">{lead}</p>}
      <ProblemNote problem={problem} />
      {children}
    </section>
  );
}
