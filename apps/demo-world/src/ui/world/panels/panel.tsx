import { type ReactNode, useEffect, useId, useRef } from "react";
import { CloseIcon } from "../../parts/icons.tsx";
import { useActions, useWorldWords } from "../visit-context.tsx";

interface PanelProps {
  title: string;
  kind: string;
  /** A colour of the panel's own: a company's. */
  colour?: string;
  children: ReactNode;
}

/**
 * A sheet of paper over the world. The world stays reachable beside it: focus goes into the sheet when it opens and
 * back to where it was when it closes, and is never held there.
 */
export function Panel({ title, kind, colour, children }: PanelProps) {
  const words = useWorldWords().hud;
  const { open } = useActions();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (colour !== undefined) sheet.current?.style.setProperty("--accent", colour);
  }, [colour]);
  return (
    <div ref={sheet} className="panel paper" role="dialog" aria-labelledby={id} data-panel={kind}>
      <div className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label={words.close}
          onClick={() => open(undefined)}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="panel-body">{children}</div>
    </div>
  );
}
