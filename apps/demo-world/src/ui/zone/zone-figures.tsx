import { Count } from "../parts/count.tsx";
import { useWords, useWorldState } from "../world-context.tsx";

/** The zone at a glance: what arrived, what is under way, who answers. */
export function ZoneFigures() {
  const words = useWords();
  const lanes = useWorldState("nodes", (state) => state.lanes);
  const nodes = useWorldState("nodes", (state) => state.nodes);
  const delivered = lanes?.reduce((sum, lane) => sum + lane.delivered, 0);
  const moving = lanes?.reduce((sum, lane) => sum + Math.max(lane.count - lane.delivered, 0), 0);
  const up = nodes.filter(({ state }) => state === "up").length;
  return (
    <dl className="figures">
      <Figure name={words.zone.figures.delivered} value={delivered} />
      <Figure name={words.zone.figures.moving} value={moving} />
      <Figure name={words.zone.figures.nodes} value={up} of={nodes.length} />
    </dl>
  );
}

function Figure({ name, value, of }: { name: string; value: number | undefined; of?: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === undefined ? "–" : <Count value={value} />}
        {of !== undefined && <span className="figure-of"> / {of}</span>}
      </dd>
    </div>
  );
}
