import type { NodeConfig } from "../../config/schema.ts";
import { examineChain } from "./chain.ts";
import { examineDatabase } from "./database.ts";
import { type Section, warn } from "./finding.ts";
import { examineKeys, openToOthers } from "./keys.ts";
import { examineMachine } from "./machine.ts";
import { examinePayouts } from "./payouts.ts";
import { examinePeers } from "./peers.ts";
import { examineStatements } from "./statements.ts";
import { examineFit, examineZone } from "./zone.ts";

/** What a node is examined by. */
export interface Examination {
  configPath: string;
  config: Readonly<NodeConfig>;
  environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  now: number;
}

/** Looks at everything that an operator can get wrong. It changes nothing, and may run beside the node. */
export async function examine(examination: Examination): Promise<Section[]> {
  const { config, configPath, environment, now } = examination;
  const { zone, findings } = await examineZone(config);
  const keys = await examineKeys(config, zone, environment);
  const sections: Section[] = [
    { subject: "zone", findings },
    { subject: "keys", findings: [...(await openToOthers(configPath, warn)), ...keys.findings] },
  ];
  if (zone !== undefined) {
    sections.push({ subject: "configuration", findings: examineFit(config, zone) });
    const { relayer } = keys;
    for (const chain of zone.manifest.chains) {
      const own = config.chains.find(({ id }) => id === chain.id);
      if (own === undefined) continue;
      const chainFindings = await examineChain(chain, own, { relayer, tuning: config.tuning, now });
      sections.push({ subject: `${chain.name} (${chain.id})`, findings: chainFindings });
    }
    sections.push({ subject: "payouts", findings: await examinePayouts(config, zone) });
    sections.push({ subject: "partners", findings: await examinePeers(config, zone) });
  }
  sections.push({ subject: "database", findings: await examineDatabase(config, environment) });
  sections.push({ subject: "statements", findings: await examineStatements(config) });
  sections.push({ subject: "machine", findings: await examineMachine(config) });
  return sections.filter((section) => section.findings.length > 0);
}
