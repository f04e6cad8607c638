import { shortId } from "../../sim/identifier.ts";
import { useWords } from "../world-context.tsx";
import { CopyButton } from "./copy-button.tsx";

interface CopyableProps {
  value: string;
  /** What the value is, for the button's name. */
  what: string;
  /** Shown in full, on several lines if need be. */
  whole?: boolean;
}

/** An id with a button that copies all of it. */
export function Copyable({ value, what, whole = false }: CopyableProps) {
  const { copy, copied, copyFailed } = useWords().transfer;
  return (
    <span className="copyable">
      <code title={value}>{whole ? value : shortId(value, 10, 8)}</code>
      <CopyButton value={value} label={copy(what)} copied={copied} failed={copyFailed} />
    </span>
  );
}
