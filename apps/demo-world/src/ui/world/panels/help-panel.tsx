import { useWorldWords } from "../visit-context.tsx";
import { Panel } from "./panel.tsx";

/** How to be here. */
export function HelpPanel() {
  const words = useWorldWords().panels.help;
  return (
    <Panel title={words.title} kind="help">
      <p>{words.lead}</p>
      <dl className="keys">
        {words.keys.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>{words.touch}</p>
      <p>{words.about}</p>
    </Panel>
  );
}
