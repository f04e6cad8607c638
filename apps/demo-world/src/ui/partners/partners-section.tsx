import { answersAsItself, chainLags, isLate, type NodeView } from "../../sim/node-health.ts";
import { Moment } from "../parts/moment.tsx";
import { Section } from "../parts/section.tsx";
import { useLocale, useWords, useWorldState } from "../world-context.tsx";
import { useManifest, useZoneNames } from "../zone-names.ts";

/** The zone's companies and how their nodes are. */
export function PartnersSection() {
  const words = useWords();
  const nodes = useWorldState("nodes", (state) => state.nodes);
  const up = nodes.filter(({ state }) => state === "up").length;
  const asking = nodes.every(({ state }) => state === "asking");
  const lead = asking ? words.partners.asking : words.partners.lead(up, nodes.length);
  return (
    <Section seal="社" title={words.partners.title} lead={lead} className="card-section">
      <ul className="partner-list">
        {nodes.map((node) => (
          <Partner key={node.url} node={node} nodes={nodes} />
        ))}
      </ul>
    </Section>
  );
}

function Partner({ node, nodes }: { node: NodeView; nodes: readonly NodeView[] }) {
  const words = useWords();
  const names = useZoneNames();
  const followed = useWorldState("feed", ({ phase, url }) => phase === "live" && url === node.url);
  const platforms = useManifest()
    ?.platforms.filter(({ partner }) => partner === node.partner)
    .map(({ name }) => name);
  return (
    <li className="partner" data-state={node.state}>
      <span className="partner-dot" aria-hidden="true" />
      <div className="partner-name">
        <strong>{names.node(node.url)}</strong>
        {platforms !== undefined && platforms.length > 0 && (
          <span className="muted">
            {words.partners.platforms} {platforms.join(", ")}
          </span>
        )}
        {(node.info?.twoHeads ?? 0) > 0 && (
          <span className="danger-text">{words.partners.twoHeads}</span>
        )}
        {!answersAsItself(node) && <span className="danger-text">{words.partners.otherKey}</span>}
      </div>
      <div className="partner-state">
        <span className="state-word" title={node.state === "down" ? node.reason : undefined}>
          {words.partners[node.state]}
        </span>
        {followed && <span className="tag">{words.partners.followed}</span>}
        {node.state === "down" && node.answeredAt !== undefined && (
          <span className="muted">
            {words.partners.seenLast} <Moment time={node.answeredAt / 1_000} />
          </span>
        )}
      </div>
      {node.state === "up" && <Lags node={node} nodes={nodes} />}
    </li>
  );
}

function Lags({ node, nodes }: { node: NodeView; nodes: readonly NodeView[] }) {
  const words = useWords();
  const names = useZoneNames();
  const locale = useLocale();
  const lags = chainLags(node, nodes);
  if (lags.length === 0) return null;
  return (
    <dl className="lags">
      {lags.map(({ chain, head, behind }) => (
        <div key={chain} data-late={isLate({ behind })}>
          <dt>{names.chain(chain)}</dt>
          <dd>
            {words.partners.head} {head.toLocaleString(locale)}{" "}
            <span className="lag">
              {!isLate({ behind }) ? words.partners.level : words.partners.behind(behind)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
