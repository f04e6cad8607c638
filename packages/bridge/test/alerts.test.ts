import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { collectDefaultMetrics, Registry } from "prom-client";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { CATALOGUE, type MetricDescription } from "../src/telemetry/catalogue.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const RUNBOOKS = file("../../../docs/guides/runbooks");
const RUNBOOK_URL =
  /^https:\/\/github\.com\/ryugu-zone\/ryugu\/blob\/main\/docs\/guides\/runbooks\/([a-z-]+\.md)$/;

const rule = z.strictObject({
  alert: z.string().check(z.regex(/^Ryugu[A-Za-z]+$/)),
  expr: z.string(),
  for: z.optional(z.string().check(z.regex(/^\d+[mh]$/))),
  labels: z.strictObject({ severity: z.enum(["page", "ticket"]) }),
  annotations: z.strictObject({
    summary: z.string().check(z.minLength(20), z.maxLength(160)),
    runbook_url: z.string().check(z.regex(RUNBOOK_URL)),
  }),
});
const rules = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })),
});

const alerts = rules
  .parse(parse(readFileSync(file("../deploy/prometheus/ryugu-alerts.yml"), "utf8")))
  .groups.flatMap((group) => group.rules);

/** Every metric that a scrape of a node has, with its labels. */
function exported(): Map<string, readonly string[]> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const ours = Object.entries<MetricDescription>(CATALOGUE).flatMap(([name, { kind, labels }]) =>
    kind === "histogram"
      ? ["_bucket", "_sum", "_count"].map((end) => [name + end, labels])
      : [[name, labels]],
  ) as [string, readonly string[]][];
  const common = registry.getMetricsAsArray().map(({ name }) => [name, []] as [string, string[]]);
  return new Map([...ours, ...common, ["up", []]]);
}

/** Labels that Prometheus adds to everything that it scrapes. */
const ADDED = ["job", "instance"];
/** The functions and words of the query language that the rules use. */
const WORDS = /^(time|changes|delta|increase|rate|predict_linear|sum|by|or|and|unless|ignoring)$/;

/** The metrics of an expression with the labels that it selects them by. */
function metricsOf(expr: string): { name: string; labels: string[] }[] {
  const bare = expr.replace(/"[^"]*"/g, '""').replace(/\[[^\]]*\]/g, "");
  const grouping = /\b(?:by|ignoring) \(([^)]*)\)|\b(?:by|ignoring)\(([^)]*)\)/g;
  return [...bare.replace(grouping, "").matchAll(/([a-z_][a-z0-9_]*)(?:\{([^}]*)\})?/g)]
    .filter(([, name = ""]) => !WORDS.test(name) && !/^e\d*$/.test(name))
    .map(([, name = "", selector = ""]) => ({
      name,
      labels: [...selector.matchAll(/([a-z_]+)[=!]/g)].map(([, label = ""]) => label),
    }));
}

test.each(alerts)(
  "$alert asks for nothing that a node does not export",
  ({ expr, annotations }) => {
    const known = exported();
    const metrics = metricsOf(expr);
    expect(metrics.length).toBeGreaterThan(0);
    for (const { name, labels } of metrics) {
      expect([...known.keys()]).toContain(name);
      expect([...(known.get(name) ?? []), ...ADDED]).toEqual(expect.arrayContaining(labels));
    }
    // A summary may name only labels that are left when the expression was evaluated.
    const all = metrics.flatMap(({ name }) => [...(known.get(name) ?? []), ...ADDED]);
    const used = [...annotations.summary.matchAll(/\$labels\.([a-z_]+)/g)].map(
      ([, label]) => label,
    );
    expect(all).toEqual(expect.arrayContaining(used));
  },
);

test("every alert leads to a page, every page to its alerts, and no name stands twice", () => {
  const pages = readdirSync(RUNBOOKS).filter((name) => name !== "README.md");
  const linked = alerts.map(({ annotations }) => RUNBOOK_URL.exec(annotations.runbook_url)?.[1]);
  expect(pages).toEqual(expect.arrayContaining([...new Set(linked)]));
  for (const [i, { alert }] of alerts.entries())
    expect(readFileSync(`${RUNBOOKS}/${linked[i]}`, "utf8")).toContain(`\`${alert}\``);
  const index = readFileSync(`${RUNBOOKS}/README.md`, "utf8");
  for (const page of pages) expect(index).toContain(`(${page})`);
  const names = alerts.map(({ alert }) => alert);
  expect(new Set(names).size).toBe(names.length);
});
