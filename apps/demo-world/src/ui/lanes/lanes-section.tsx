import { Section } from "../parts/section.tsx";
import { useWords, useWorldState } from "../world-context.tsx";
import { LaneChart } from "./lane-chart.tsx";
import { LaneList } from "./lane-list.tsx";

/** The lanes, drawn and listed. */
export function LanesSection() {
  const words = useWords();
  const lanes = useWorldState("nodes", (state) => state.lanes);
  return (
    <Section seal="流" title={words.lanes.title} lead={words.lanes.lead} className="lanes-section">
      <div className="sea-panel" aria-busy={lanes === undefined}>
        <LaneChart lanes={lanes ?? []} />
        {lanes?.length === 0 && <p className="sea-note">{words.lanes.empty}</p>}
        {lanes === undefined && <p className="sea-note">{words.lanes.loading}</p>}
      </div>
      {lanes !== undefined && <LaneList lanes={lanes} />}
    </Section>
  );
}
