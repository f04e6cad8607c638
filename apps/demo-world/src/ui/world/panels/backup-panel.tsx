import { useCallback, useId, useRef, useState } from "react";
import { saveFile } from "../../parts/save-file.ts";
import { PassphraseField } from "../parts/passphrase-field.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Panel } from "./panel.tsx";

/** A backup of the key: its words on paper, or an encrypted file. */
export function BackupPanel() {
  const words = useWorldWords().panels.backup;
  const { open } = useActions();
  const isDone = useVisitState("belongings", (state) => state.isBackedUp);
  return (
    <Panel title={words.title} kind="backup">
      <p>{isDone ? words.done : words.lead}</p>
      <p className="note" data-tone="warning">
        {words.never}
      </p>
      <WordsBackup />
      <FileBackup />
      {!isDone && (
        <button type="button" className="quiet-button" onClick={() => open(undefined)}>
          {words.later}
        </button>
      )}
    </Panel>
  );
}

/** Shown on request, then asked for one of them: what was not written down is noticed now. */
function WordsBackup() {
  const words = useWorldWords().panels.backup;
  const { backupWords, confirmBackup } = useActions();
  const [step, setStep] = useState<"hidden" | "shown" | "check">("hidden");
  // Only while they are shown: they are not kept in any store.
  const [list, setList] = useState<readonly string[]>([]);
  const asked = useRef(0);
  if (step === "hidden") {
    return (
      <button
        type="button"
        className="main-button"
        data-action="show-words"
        onClick={() => {
          void backupWords().then((shown) => {
            setList(shown);
            asked.current = Math.floor(Math.random() * shown.length);
            setStep("shown");
          });
        }}
      >
        {words.showWords}
      </button>
    );
  }
  if (step === "check") {
    return (
      <WordCheck
        number={asked.current + 1}
        word={list[asked.current] ?? ""}
        onRight={() => {
          setList([]);
          setStep("hidden");
          confirmBackup();
        }}
        onAgain={() => setStep("shown")}
      />
    );
  }
  return (
    <section aria-label={words.wordsTitle}>
      <p>{words.wordsText}</p>
      <ol className="words" data-words="shown">
        {list.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice, and the order is fixed
          <li key={index}>{word}</li>
        ))}
      </ol>
      <button
        type="button"
        className="main-button"
        data-action="written"
        onClick={() => setStep("check")}
      >
        {words.written}
      </button>
    </section>
  );
}

interface WordCheckProps {
  number: number;
  word: string;
  onRight(): void;
  onAgain(): void;
}

function WordCheck({ number, word, onRight, onAgain }: WordCheckProps) {
  const words = useWorldWords();
  const own = words.panels.backup;
  const [text, setText] = useState("");
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim().toLowerCase() === word) onRight();
        else setWrong(true);
      }}
    >
      <h3>{own.checkTitle}</h3>
      <div className="field">
        <label htmlFor={id}>{own.checkText(number)}</label>
        <input
          id={id}
          type="text"
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-word-number={number}
          onChange={({ target }) => setText(target.value)}
        />
        <p className="hint" role="alert">
          {isWrong && own.wrong}
        </p>
      </div>
      <div className="row">
        <button type="submit" className="main-button">
          {own.check}
        </button>
        <button type="button" className="quiet-button" onClick={onAgain}>
          {words.arrival.back}
        </button>
      </div>
    </form>
  );
}

const PERCENT = 100;

function FileBackup() {
  const words = useWorldWords().panels.backup;
  const { backupFile, confirmBackup } = useActions();
  const account = useVisitState("belongings", (state) => state.account);
  const [passphrase, setPassphrase] = useState("");
  const [isEnough, setEnough] = useState(false);
  const [fraction, setFraction] = useState<number>();
  const rated = useCallback((enough: boolean) => setEnough(enough), []);
  return (
    <details className="fold" data-way="file">
      <summary>{words.fileTitle}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setFraction(0);
          void backupFile(passphrase, setFraction)
            .then((json) => {
              const file = new Blob([json], { type: "application/json" });
              saveFile(file, `ryugu-key-${account?.slice(0, 8) ?? ""}.json`);
              confirmBackup();
            })
            .finally(() => setFraction(undefined));
        }}
      >
        <p className="hint">{words.fileText}</p>
        <PassphraseField value={passphrase} onChange={setPassphrase} isNew onRated={rated} />
        <button
          type="submit"
          className="main-button"
          data-action="save-file"
          disabled={!isEnough || fraction !== undefined}
        >
          {fraction === undefined ? words.makeFile : words.making(Math.round(fraction * PERCENT))}
        </button>
      </form>
    </details>
  );
}
