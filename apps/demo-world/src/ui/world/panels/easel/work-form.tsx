import { type ReactNode, useId } from "react";
import { draftFaults, MOST, type WorkDraft } from "../../../../sim/making/draft.ts";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { CreatorRows } from "./creator-rows.tsx";
import { PictureChoice } from "./picture-choice.tsx";
import { WorkPreview } from "./work-preview.tsx";

/** What a work is made from: picture, words, creators, price; and exactly what comes of it. */
export function WorkForm({ draft }: { draft: WorkDraft }) {
  const words = useWorldWords().making;
  const language = useLanguage();
  const { setDraft, make } = useActions();
  const hasPicture = useVisitState("making", ({ picture }) => picture !== undefined);
  const problem = useVisitState("making", (state) => state.problem);
  const faults = draftFaults(draft, hasPicture);
  const missing = faults.map((fault) => words.faults[fault]).join(language === "ja" ? "、" : ", ");
  return (
    <form
      className="work-form"
      data-making="draft"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <p>{words.lead}</p>
      <PictureChoice />
      <Field label={words.titleLabel}>
        {(id) => (
          <input
            id={id}
            data-field="title"
            type="text"
            maxLength={MOST.title}
            autoComplete="off"
            value={draft.title}
            onChange={({ target }) => setDraft({ title: target.value })}
          />
        )}
      </Field>
      <Field label={words.aboutLabel}>
        {(id) => (
          <textarea
            id={id}
            data-field="about"
            rows={3}
            maxLength={MOST.about}
            value={draft.about}
            onChange={({ target }) => setDraft({ about: target.value })}
          />
        )}
      </Field>
      <CreatorRows creators={draft.creators} />
      <Field label={words.priceLabel} hint={words.priceHint}>
        {(id) => (
          <input
            id={id}
            data-field="price"
            type="text"
            inputMode="numeric"
            maxLength={20}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            value={draft.price}
            onChange={({ target }) => setDraft({ price: target.value })}
          />
        )}
      </Field>
      <WorkPreview draft={draft} />
      <p className="hint" role="status" data-faults={faults.join(" ")}>
        {faults.length > 0 && words.missing(missing)}
      </p>
      <ProblemNote problem={problem === undefined ? undefined : { code: problem }} />
      <button type="submit" className="main-button" data-action="make" disabled={faults.length > 0}>
        {words.make}
      </button>
      <p className="hint">{words.makeText}</p>
    </form>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  children(id: string): ReactNode;
}

function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
