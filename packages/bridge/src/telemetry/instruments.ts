import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { CATALOGUE, type MetricDescription, type MetricName } from "./catalogue.ts";

type NamesOf<K extends MetricDescription["kind"]> = {
  [N in MetricName]: (typeof CATALOGUE)[N]["kind"] extends K ? N : never;
}[MetricName];
type Labels<N extends MetricName> = Readonly<
  Record<(typeof CATALOGUE)[N]["labels"][number], string>
>;

/** Sets the catalogue's metrics; the compiler knows their names and labels. */
export interface Instruments {
  inc<N extends NamesOf<"counter">>(name: N, labels: Labels<N>, value?: number): void;
  set<N extends NamesOf<"gauge">>(name: N, labels: Labels<N>, value: number): void;
  observe<N extends NamesOf<"histogram">>(name: N, labels: Labels<N>, value: number): void;
}

/** From a millisecond to the half minute in which every call has ended. */
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Registers the whole catalogue, so that every metric is there from the first scrape. */
export function registerInstruments(registry: Registry): Instruments {
  const counters = new Map<MetricName, Counter>();
  const gauges = new Map<MetricName, Gauge>();
  const histograms = new Map<MetricName, Histogram>();
  for (const [key, { kind, help, labels }] of Object.entries(CATALOGUE)) {
    const name = key as MetricName;
    const common = { name, help, labelNames: [...labels], registers: [registry] };
    if (kind === "counter") counters.set(name, new Counter(common));
    else if (kind === "gauge") gauges.set(name, new Gauge(common));
    else histograms.set(name, new Histogram({ ...common, buckets: SECONDS }));
  }
  return {
    inc: (name, labels, value = 1) => counters.get(name)?.inc(labels, value),
    set: (name, labels, value) => gauges.get(name)?.set(labels, value),
    observe: (name, labels, value) => histograms.get(name)?.observe(labels, value),
  };
}
