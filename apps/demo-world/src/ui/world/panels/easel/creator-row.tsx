import { useId } from "react";
import { type CreatorDraft, MOST } from "../../../../sim/making/draft.ts";
import { CloseIcon } from "../../../parts/icons.tsx";
import { useWorldWords } from "../../visit-context.tsx";

interface CreatorRowProps {
  /** From 1. */
  number: number;
  creator: CreatorDraft;
  isSelf: boolean;
  onChange(change: Partial<CreatorDraft>): void;
  /** Absent for the last one. */
  onRemove?: () => void;
}

/** One creator: a name, an account, a part. */
export function CreatorRow({ number, creator, isSelf, onChange, onRemove }: CreatorRowProps) {
  const words = useWorldWords().making;
  const id = useId();
  const input = (field: keyof CreatorDraft, most: number) => ({
    id: `${id}-${field}`,
    "data-field": field,
    type: "text",
    value: creator[field],
    maxLength: most,
    autoComplete: "off",
    onChange: ({ target }: { target: { value: string } }) => onChange({ [field]: target.value }),
  });
  return (
    <li>
      <fieldset className="creator-row" data-creator={number} data-self={isSelf}>
        <legend className="visually-hidden">{words.creator(number)}</legend>
        <div className="field" data-part="name">
          <label htmlFor={`${id}-name`}>
            {words.creatorName} {isSelf && <span className="tag">{words.you}</span>}
          </label>
          <input {...input("name", MOST.name)} />
        </div>
        <div className="field" data-part="percent">
          <label htmlFor={`${id}-percent`}>{words.creatorPart}</label>
          <input {...input("percent", 8)} inputMode="decimal" />
        </div>
        <div className="field" data-part="account">
          <label htmlFor={`${id}-account`}>{words.creatorAccount}</label>
          <input
            {...input("account", 80)}
            spellCheck={false}
            autoCapitalize="none"
            placeholder="0x…"
          />
        </div>
        {onRemove !== undefined && (
          <button
            type="button"
            className="icon-button"
            data-action="remove-creator"
            aria-label={words.removeCreator(number)}
            onClick={onRemove}
          >
            <CloseIcon />
          </button>
        )}
      </fieldset>
    </li>
  );
}
