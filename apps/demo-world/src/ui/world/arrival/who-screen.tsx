import { useId } from "react";
import { cleanName, MAX_NAME } from "../../../sim/text/said.ts";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";
import { AvatarChoice } from "./avatar-choice.tsx";
import { StepCard } from "./step-card.tsx";

/** Who one will be: an avatar and a name. */
export function WhoScreen() {
  const words = useWorldWords().arrival;
  const { setName, confirmWho } = useActions();
  const name = useVisitState("arrival", (state) => state.visitor.name);
  const file = useVisitState("arrival", (state) => state.ownFile?.phase);
  const id = useId();
  const shown = cleanName(name);
  return (
    <StepCard title={words.whoTitle} lead={words.whoLead} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirmWho();
        }}
      >
        <AvatarChoice />
        <div className="field">
          <label htmlFor={id}>{words.nameLabel}</label>
          <input
            id={id}
            type="text"
            value={name}
            maxLength={MAX_NAME * 2}
            autoComplete="nickname"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setName(target.value)}
          />
          <p className="hint" id={`${id}-hint`} aria-live="polite">
            {shown === "" || shown === name ? words.nameHint : words.nameShown(shown)}
          </p>
        </div>
        <button
          type="submit"
          className="main-button"
          disabled={shown === "" || file === "reading"}
          data-action="next"
        >
          {words.next}
        </button>
      </form>
    </StepCard>
  );
}
