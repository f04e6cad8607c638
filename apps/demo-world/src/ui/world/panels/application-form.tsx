import { useId, useState } from "react";
import type { Job, Organisation } from "../../../sim/protocol/platform.ts";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";

interface ApplicationFormProps {
  organisation: Organisation;
  job: Job;
  onClose(): void;
}

const MAX_VALUE = 1_000;

/** Chooses, field by field, what one company is told; shows exactly that; signs and sends it. */
export function ApplicationForm({ organisation, job, onClose }: ApplicationFormProps) {
  const words = useWorldWords();
  const own = words.panels.booth;
  const language = useLanguage();
  const { apply } = useActions();
  const answers = useVisitState("fair", (state) => state.answers);
  const busy = useVisitState("fair", (state) => state.busy);
  const problem = useVisitState("fair", (state) => state.problem);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(organisation.fields.filter(({ required }) => required).map(({ name }) => name)),
  );
  const fields = organisation.fields
    .filter(({ name }) => chosen.has(name))
    .map(({ name }) => ({ name, value: (answers[name] ?? "").trim() }))
    .filter(({ value }) => value !== "");
  const missing = organisation.fields.filter(
    ({ name, required }) => required && !fields.some((field) => field.name === name),
  );
  const company = organisation.name[language];
  return (
    <form
      className="application"
      onSubmit={(event) => {
        event.preventDefault();
        void apply({ organisation: organisation.did, job: job.slug, fields }).then((isSent) => {
          if (isSent) onClose();
        });
      }}
    >
      <h3>{own.applyTitle(job.title[language])}</h3>
      <p>{own.applyLead(company)}</p>
      {organisation.fields.map(({ name, required }) => (
        <Field
          key={name}
          name={name}
          isRequired={required}
          isChosen={chosen.has(name)}
          onToggle={() => setChosen(toggled(chosen, name))}
        />
      ))}
      <Preview organisation={organisation} job={job} fields={fields} />
      {missing.length > 0 && (
        <p className="hint" role="status">
          {own.missing(
            missing
              .map(({ name }) => own.fields[name] ?? name)
              .join(language === "ja" ? "、" : ", "),
          )}
        </p>
      )}
      <ProblemNote problem={problem === undefined ? undefined : { code: problem }} />
      <div className="row">
        <button
          type="submit"
          className="main-button"
          data-action="sign"
          disabled={missing.length > 0 || fields.length === 0 || busy !== undefined}
        >
          {busy === "applying" ? own.signing : own.sign}
        </button>
        <button type="button" className="quiet-button" onClick={onClose}>
          {own.cancel}
        </button>
      </div>
    </form>
  );
}

function toggled(chosen: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(name)) next.add(name);
  return next;
}

interface FieldProps {
  name: string;
  isRequired: boolean;
  isChosen: boolean;
  onToggle(): void;
}

const LONG = new Set(["message", "motivation", "skills", "experience"]);
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  name: "name",
  email: "email",
  phone: "tel",
};

function Field({ name, isRequired, isChosen, onToggle }: FieldProps) {
  const words = useWorldWords().panels.booth;
  const { setAnswer } = useActions();
  const value = useVisitState("fair", ({ answers }) => answers[name] ?? "");
  const id = useId();
  const label = words.fields[name] ?? name;
  const common = {
    id,
    value,
    maxLength: MAX_VALUE,
    autoComplete: AUTOCOMPLETE[name] ?? "off",
    onChange: ({ target }: { target: { value: string } }) => setAnswer(name, target.value),
  };
  return (
    <div className="answer" data-field={name} data-chosen={isChosen}>
      <label className="answer-tell">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={isRequired}
          aria-label={words.tell(label)}
          onChange={onToggle}
        />
        <span aria-hidden="true">
          {label} {isRequired && <span className="tag">{words.required}</span>}
        </span>
      </label>
      {isChosen && (
        <>
          <label className="visually-hidden" htmlFor={id}>
            {label}
          </label>
          {LONG.has(name) ? <textarea rows={3} {...common} /> : <input type="text" {...common} />}
        </>
      )}
    </div>
  );
}

interface PreviewProps {
  organisation: Organisation;
  job: Job;
  fields: readonly { name: string; value: string }[];
}

function Preview({ organisation, job, fields }: PreviewProps) {
  const words = useWorldWords().panels.booth;
  const language = useLanguage();
  const id = useId();
  return (
    <section className="preview" aria-labelledby={id}>
      <h4 id={id}>{words.previewTitle}</h4>
      {fields.length === 0 ? (
        <p className="hint">{words.previewEmpty}</p>
      ) : (
        <>
          <p className="hint">{words.previewLead(organisation.name[language])}</p>
          <dl>
            <div>
              <dt>{organisation.did}</dt>
              <dd>{job.title[language]}</dd>
            </div>
            {fields.map(({ name, value }) => (
              <div key={name}>
                <dt>{words.fields[name] ?? name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
