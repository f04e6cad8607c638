import { type ReactNode, useId } from "react";

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
      {children}
    </section>
  );
}
