import { type ReactNode, useId } from "react";
import { useWords } from "../world-context.tsx";
import { FailureBoundary } from "./failure-boundary.tsx";

interface SectionProps {
  /** One kanji that stands for the section, printed like a seal. */
  seal: string;
  title: string;
  lead: string;
  className?: string;
  id?: string;
  children: ReactNode;
}

/** A part of the page with its seal, its title and a sentence. */
export function Section({ seal, title, lead, className = "", id, children }: SectionProps) {
  const titleId = useId();
  const words = useWords();
  return (
    <section className={`section ${className}`} aria-labelledby={titleId} id={id}>
      <header className="section-head">
        <span className="seal" aria-hidden="true" lang="ja">
          {seal}
        </span>
        <div>
          <h2 id={titleId}>{title}</h2>
          <p className="lead">{lead}</p>
        </div>
      </header>
      <FailureBoundary instead={<p className="danger-text">{words.sectionFailed}</p>}>
        {children}
      </FailureBoundary>
    </section>
  );
}
