import { useEffect, useState } from "react";
import { shortId } from "../../sim/identifier.ts";
import { useWords } from "../world-context.tsx";
import { CopyIcon, TickIcon } from "./icons.tsx";

interface CopyableProps {
  value: string;
  /** What the value is, for the button's name. */
  what: string;
  /** Shown in full, on several lines if need be. */
  whole?: boolean;
}

const REMEMBER = 2_000;

/** An id with a button that copies all of it. */
export function Copyable({ value, what, whole = false }: CopyableProps) {
  const words = useWords();
  const [outcome, setOutcome] = useState<"" | "copied" | "failed">("");

  useEffect(() => {
    if (outcome === "") return;
    const timer = setTimeout(() => setOutcome(""), REMEMBER);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setOutcome("copied"),
      () => setOutcome("failed"),
    );

  return (
    <span className="copyable">
      <code title={value}>{whole ? value : shortId(value, 10, 8)}</code>
      <button
        type="button"
        className="icon-button"
        aria-label={words.transfer.copy(what)}
        onClick={copy}
      >
        {outcome === "copied" ? <TickIcon /> : <CopyIcon />}
      </button>
      <span role="status" className={outcome === "failed" ? "copy-failed" : "visually-hidden"}>
        {outcome === "copied" && words.transfer.copied}
        {outcome === "failed" && words.transfer.copyFailed}
      </span>
    </span>
  );
}
