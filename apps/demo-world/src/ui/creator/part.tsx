import { type ReactNode, useId } from "react";
import { FailureBoundary } from "../parts/failure-boundary.tsx";
import { useCreatorWords } from "./creator-context.tsx";

interface PartProps {
  /** Names it for styles and tests. */
  name: string;
  /** One kanji that stands for it, printed like a seal. */
  seal: string;
  title: string;
  lead: string;
  children: ReactNode;
}

/** A part of the desk with its seal, its title and a sentence. */
export function Part({ name, seal, title, lead, children }: PartProps) {
  const id = useId();
  const words = useCreatorWords();
  return (
    <section className="card-section part" data-part={name} aria-labelledby={id}>
      <header className="section-head">
        <span className="seal" aria-hidden="true" lang="ja">
          {seal}
        </span>
        <div>
          <h2 id={id}>{title}</h2>
          <p className="lead">{lead}</p>
        </div>
      </header>
      <FailureBoundary instead={<p className="danger-text">{words.failed}</p>}>
        {children}
      </FailureBoundary>
    </section>
  );
}
