import { useEffect, useId, useState } from "react";
import type { PassphraseRating } from "../actions.ts";
import { useActions, useWorldWords } from "../visit-context.tsx";

interface PassphraseFieldProps {
  value: string;
  onChange(value: string): void;
  /** Whether it is a new one, which is rated. */
  isNew?: boolean;
  label?: string;
  /** Told whether a new one is good enough. */
  onRated?(isEnough: boolean): void;
}

/** A passphrase, with its strength where it is a new one. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { value, onChange, isNew = false, label, onRated } = props;
  const words = useWorldWords().arrival;
  const id = useId();
  const [isShown, setShown] = useState(false);
  const rating = useRating(isNew ? value : "", onRated);
  return (
    <div className="field">
      <label htmlFor={id}>{label ?? words.passphraseLabel}</label>
      <div className="field-row">
        <input
          id={id}
          type={isShown ? "text" : "password"}
          value={value}
          autoComplete={isNew ? "new-password" : "current-password"}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
        />
        <button type="button" className="quiet-button" onClick={() => setShown(!isShown)}>
          {isShown ? words.hide : words.show}
        </button>
      </div>
      <p className="hint" id={`${id}-hint`} aria-live="polite">
        {isNew && (rating === undefined ? words.passphraseHint : <Strength rating={rating} />)}
      </p>
    </div>
  );
}

function Strength({ rating }: { rating: PassphraseRating }) {
  const words = useWorldWords().arrival;
  return (
    <>
      <span className="strength" data-strength={rating.strength}>
        {words.strength[rating.strength]}
      </span>{" "}
      {!rating.isEnough && rating.reasons.map((reason) => words.reasons[reason]).join(" ")}
    </>
  );
}

function useRating(value: string, onRated?: (isEnough: boolean) => void) {
  const { ratePassphrase } = useActions();
  const [rating, setRating] = useState<PassphraseRating>();
  useEffect(() => {
    let isOld = false;
    if (value === "") {
      setRating(undefined);
      onRated?.(false);
      return;
    }
    void ratePassphrase(value).then((next) => {
      if (isOld) return;
      setRating(next);
      onRated?.(next.isEnough);
    });
    return () => {
      isOld = true;
    };
    // What is told is the newest; who hears it may change with every drawing.
  }, [value, ratePassphrase, onRated]);
  return rating;
}
