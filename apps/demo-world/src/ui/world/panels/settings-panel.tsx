import { useId, useState } from "react";
import { cleanName, MAX_NAME } from "../../../sim/text/said.ts";
import type { SettingsState } from "../../../stores/world/settings-store.ts";
import { AvatarChoice } from "../arrival/avatar-choice.tsx";
import { LanguageSwitch } from "../parts/language-switch.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Panel } from "./panel.tsx";

/** Language, detail, motion, sound; name and avatar. */
export function SettingsPanel() {
  const words = useWorldWords().panels.settings;
  const { backup } = useWorldWords().panels.belongings;
  const { open } = useActions();
  const account = useVisitState("belongings", (state) => state.account);
  const isOwnKey = useVisitState("belongings", (state) => state.isOwnKey);
  return (
    <Panel title={words.title} kind="settings">
      <p className="setting">
        <span>{words.language}</span> <LanguageSwitch />
      </p>
      <Choice name="detail" label={words.detail} options={words.details} />
      <Choice name="motion" label={words.motion} options={words.motions} />
      <Sound />
      <Looks />
      {account !== undefined && (
        <p className="setting">
          <span>{words.account}</span> <code className="account">{account}</code>
        </p>
      )}
      {isOwnKey && (
        <button
          type="button"
          className="glass-button"
          data-action="backup"
          onClick={() => open({ kind: "backup" })}
        >
          {backup}
        </button>
      )}
      <p>
        <a href="/zone" target="_blank" rel="noreferrer">
          {words.zone}
        </a>
      </p>
    </Panel>
  );
}

interface ChoiceProps<K extends "detail" | "motion"> {
  name: K;
  label: string;
  options: Record<SettingsState[K], string>;
}

function Choice<K extends "detail" | "motion">({ name, label, options }: ChoiceProps<K>) {
  const { set } = useActions();
  const value = useVisitState("settings", (state) => state[name]);
  return (
    <label className="setting">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => set({ [name]: target.value })}>
        {Object.entries<string>(options).map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Sound() {
  const words = useWorldWords().panels.settings;
  const { set } = useActions();
  const isOn = useVisitState("settings", (state) => state.sound);
  return (
    <label className="setting">
      <span>
        {words.sound} <span className="hint">{words.soundText}</span>
      </span>
      <input type="checkbox" checked={isOn} onChange={() => set({ sound: !isOn })} />
    </label>
  );
}

function Looks() {
  const words = useWorldWords().panels.settings;
  const arrival = useWorldWords().arrival;
  const { setName, confirmWho } = useActions();
  const before = useVisitState("arrival", (state) => state.visitor.name);
  const [name, setDraft] = useState(before);
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setName(name);
        confirmWho();
      }}
    >
      <div className="field">
        <label htmlFor={id}>{words.name}</label>
        <input
          id={id}
          type="text"
          value={name}
          maxLength={MAX_NAME * 2}
          onChange={({ target }) => setDraft(target.value)}
        />
        <p className="hint">{cleanName(name) !== name && arrival.nameShown(cleanName(name))}</p>
      </div>
      <details className="fold">
        <summary>{words.change}</summary>
        <AvatarChoice />
      </details>
      <button type="submit" className="glass-button" disabled={cleanName(name) === ""}>
        {words.save}
      </button>
    </form>
  );
}
