import { type ReactNode, useId } from "react";

interface TextFieldProps {
  label: string;
  hint: string;
  name: string;
  value: string;
  /** The most characters that are taken. */
  longest: number;
  inputMode: "numeric" | "text";
  /** What is wrong with it; empty while nothing is. */
  fault: string;
  onChange(value: string): void;
  children?: ReactNode;
}

/** A field with its hint, and what is wrong with what was written. */
export function TextField(props: TextFieldProps) {
  const { label, hint, name, value, longest, inputMode, fault, onChange, children } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-row">
        <input
          id={id}
          name={name}
          type="text"
          inputMode={inputMode}
          value={value}
          maxLength={longest}
          autoComplete="off"
          aria-invalid={fault !== ""}
          aria-describedby={`${id}-hint ${id}-fault`}
          onChange={({ target }) => onChange(target.value)}
        />
        {children}
      </div>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <p className="danger-text" id={`${id}-fault`} role="alert">
        {fault}
      </p>
    </div>
  );
}
