import type { LaneCounts } from "../../sim/node-api.ts";
import { Count } from "../parts/count.tsx";
import { ArrowIcon, WarningIcon } from "../parts/icons.tsx";
import { useWords } from "../world-context.tsx";
import { useZoneNames } from "../zone-names.ts";

/** Every lane with its four counts. */
export function LaneList({ lanes }: { lanes: readonly LaneCounts[] }) {
  return (
    <ul className="lane-list">
      {lanes.map((lane) => (
        <LaneCard key={lane.laneId} lane={lane} />
      ))}
    </ul>
  );
}

function LaneCard({ lane }: { lane: LaneCounts }) {
  const words = useWords();
  const names = useZoneNames();
  const counts = [
    { name: words.lanes.seen, value: lane.count },
    { name: words.lanes.final, value: lane.finalCount },
    { name: words.lanes.attested, value: lane.attested },
    { name: words.lanes.delivered, value: lane.delivered },
  ];
  const under = Math.max(lane.count - lane.delivered, 0);
  return (
    <li className="lane-card">
      <h3>
        <span>{names.chain(lane.originChain)}</span>
        <ArrowIcon />
        <span>{names.chain(lane.destinationChain)}</span>
        <span className="lane-mood" data-busy={under > 0}>
          {words.lanes.moving(under)}
        </span>
      </h3>
      <dl className="tide">
        {counts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Count value={value} />
              <meter min={0} max={Math.max(lane.count, 1)} value={value} aria-hidden="true" />
            </dd>
          </div>
        ))}
      </dl>
      {lane.halted !== undefined && (
        <p className="lane-halted">
          <WarningIcon size={16} />
          <strong>{words.lanes.halted}</strong> {words.lanes.haltedText}{" "}
          <bdi>{lane.halted.reason}</bdi>
        </p>
      )}
    </li>
  );
}
