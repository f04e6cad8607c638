import { useEffect } from "react";
import { useActions, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { DeskLink } from "../desk-link.tsx";
import { Panel } from "../panel.tsx";
import { MakingProgress } from "./making-progress.tsx";
import { WorkForm } from "./work-form.tsx";

/** The easel: a work from a picture to the wall. */
export function EaselPanel() {
  const words = useWorldWords().making;
  const { beginDraft } = useActions();
  const draft = useVisitState("making", (state) => state.draft);
  const making = useVisitState("making", (state) => state.making);
  useEffect(() => beginDraft(), [beginDraft]);
  return (
    <Panel title={words.title} kind="easel">
      {making !== undefined && <MakingProgress making={making} />}
      {making === undefined && draft !== undefined && <WorkForm draft={draft} />}
      <DeskLink />
    </Panel>
  );
}
