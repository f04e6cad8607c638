import { useCallback, useId, useState } from "react";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Busy } from "./busy.tsx";
import { StepCard } from "./step-card.tsx";

/** Brings a key back, by its words or by its backup file. */
export function RecoverScreen() {
  const words = useWorldWords().arrival;
  return (
    <StepCard title={words.recoverTitle} lead={words.recoverLead}>
      <Busy />
      <details className="fold" open data-way="words">
        <summary>{words.recoverWords}</summary>
        <WordsWay />
      </details>
      <details className="fold" data-way="file">
        <summary>{words.recoverFile}</summary>
        <FileWay />
      </details>
    </StepCard>
  );
}

function WordsWay() {
  const words = useWorldWords().arrival;
  const { recoverFromWords } = useActions();
  const busy = useVisitState("arrival", (state) => state.busy);
  const [text, setText] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [isEnough, setEnough] = useState(false);
  const rated = useCallback((enough: boolean) => setEnough(enough), []);
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        recoverFromWords(text, { kind: "passphrase", passphrase });
      }}
    >
      <div className="field">
        <label htmlFor={id}>{words.recoverWords}</label>
        <textarea
          id={id}
          rows={3}
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setText(target.value)}
        />
        <p className="hint" id={`${id}-hint`}>
          {words.recoverWordsHint}
        </p>
      </div>
      <PassphraseField
        value={passphrase}
        onChange={setPassphrase}
        label={words.recoverNewPassphrase}
        isNew
        onRated={rated}
      />
      <button
        type="submit"
        className="main-button"
        data-action="recover-words"
        disabled={!isEnough || text.trim() === "" || busy !== undefined}
      >
        {words.recover}
      </button>
    </form>
  );
}

const MAX_BACKUP = 64_000;

function FileWay() {
  const words = useWorldWords().arrival;
  const { recoverFromBackup } = useActions();
  const busy = useVisitState("arrival", (state) => state.busy);
  const [json, setJson] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        recoverFromBackup(json, passphrase);
      }}
    >
      <div className="field">
        <label htmlFor={id}>{words.recoverFile}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            void file?.slice(0, MAX_BACKUP).text().then(setJson);
          }}
        />
        <p className="hint" id={`${id}-hint`}>
          {words.recoverFileHint}
        </p>
      </div>
      <PassphraseField value={passphrase} onChange={setPassphrase} />
      <button
        type="submit"
        className="main-button"
        data-action="recover-file"
        disabled={json === "" || passphrase === "" || busy !== undefined}
      >
        {words.recover}
      </button>
    </form>
  );
}
