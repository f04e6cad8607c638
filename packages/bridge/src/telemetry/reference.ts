import { CATALOGUE, type MetricDescription } from "./catalogue.ts";

const HEAD = `# Metrics

What \`GET /metrics\` of a node answers, in Prometheus' text format. This page is generated: change
\`packages/bridge/src/telemetry/catalogue.ts\` and run \`packages/bridge/scripts/metrics-reference.ts\`.

Beside these there are the process's own, as every Node program has them: \`process_*\` and \`nodejs_*\` (memory, CPU,
event loop, garbage collection). Counters begin at 0 with each start of the process; \`_bucket\`, \`_sum\` and \`_count\`
follow each histogram's name.

| metric | kind | labels | meaning |
|---|---|---|---|
`;

/** The page docs/reference/metrics.md. */
export function metricsReference(): string {
  const rows = Object.entries<MetricDescription>(CATALOGUE).map(
    ([name, { kind, help, labels }]) =>
      `| \`${name}\` | ${kind} | ${labels.map((label) => `\`${label}\``).join(", ") || "–"} | ${help} |`,
  );
  return `${HEAD}${rows.join("\n")}\n`;
}
