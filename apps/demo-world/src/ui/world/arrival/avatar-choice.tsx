import { useId, useState } from "react";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Portrait } from "./portrait.tsx";

/** The zone's own avatars, and a place to drop one's own. */
export function AvatarChoice() {
  const words = useWorldWords().arrival;
  const language = useLanguage();
  const { setAvatar } = useActions();
  const avatars = useVisitState("arrival", (state) => state.avatars);
  const chosen = useVisitState("arrival", ({ visitor, ownFile }) =>
    ownFile !== undefined || visitor.avatar.kind === "file" ? "" : visitor.avatar.id,
  );
  return (
    <fieldset className="avatars">
      <legend>{words.avatarLegend}</legend>
      <div className="avatar-grid">
        {avatars.map((avatar) => (
          <label key={avatar.id} className="avatar" data-avatar={avatar.id}>
            <input
              type="radio"
              name="avatar"
              checked={chosen === avatar.id}
              onChange={() => setAvatar(avatar.id)}
            />
            <span className="avatar-card">
              <Portrait avatar={avatar} />
              <span className="avatar-name">
                {language === "ja" ? avatar.nameJa : avatar.nameEn}
              </span>
            </span>
          </label>
        ))}
        <OwnFileChoice />
      </div>
      <OwnFileVerdict />
    </fieldset>
  );
}

function OwnFileChoice() {
  const words = useWorldWords().arrival;
  const { chooseFile } = useActions();
  const file = useVisitState("arrival", (state) => state.ownFile);
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <label
      className="avatar"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [dropped] = event.dataTransfer.files;
        if (dropped !== undefined) chooseFile(dropped);
      }}
    >
      <input
        id={id}
        type="file"
        accept=".vrm,model/gltf-binary"
        aria-label={`${words.ownFile}: ${words.ownFileText}`}
        onChange={({ target }) => {
          const [picked] = target.files ?? [];
          if (picked !== undefined) chooseFile(picked);
          target.value = "";
        }}
      />
      <span
        className="avatar-card"
        data-own="true"
        data-chosen={file !== undefined && file.phase !== "refused"}
      >
        <span className="own-sign" aria-hidden="true">
          +
        </span>
        <span className="avatar-name">{words.ownFile}</span>
        <span className="hint">{words.ownFileText}</span>
      </span>
    </label>
  );
}

function OwnFileVerdict() {
  const words = useWorldWords().arrival;
  const language = useLanguage();
  const file = useVisitState("arrival", (state) => state.ownFile);
  if (file === undefined) return null;
  return (
    <div className="own-verdict" aria-live="polite">
      {file.phase === "reading" && <p>{words.ownFileReading}</p>}
      {file.phase === "ready" && (
        <p>
          {words.ownFileReady(file.name)}
          {file.triangles !== undefined && (
            <span className="hint"> {words.ownFileTriangles(file.triangles)}</span>
          )}
        </p>
      )}
      <ProblemNote problem={file.problem} />
      {file.findings !== undefined && file.findings.length > 0 && (
        <details>
          <summary>{words.findings}</summary>
          <ul className="findings">
            {file.findings.map((finding) => (
              <li key={finding.en}>{finding[language]}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
