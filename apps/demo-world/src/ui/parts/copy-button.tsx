import { useEffect, useState } from "react";
import { CopyIcon, TickIcon } from "./icons.tsx";

interface CopyButtonProps {
  value: string;
  /** The button's name. */
  label: string;
  copied: string;
  failed: string;
}

const REMEMBER = 2_000;

/** Copies a text, and says whether it did. */
export function CopyButton({ value, label, copied, failed }: CopyButtonProps) {
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
    <>
      <button type="button" className="icon-button" aria-label={label} onClick={copy}>
        {outcome === "copied" ? <TickIcon /> : <CopyIcon />}
      </button>
      <span role="status" className={outcome === "failed" ? "copy-failed" : "visually-hidden"}>
        {outcome === "copied" && copied}
        {outcome === "failed" && failed}
      </span>
    </>
  );
}
