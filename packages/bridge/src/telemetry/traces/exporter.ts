import type { Tracer } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";

export interface TraceExportOptions {
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Who traces: `service.name`, `service.version` and the like. */
  attributes: Readonly<Record<string, string>>;
}

/** Spans on their way to a collector. */
export interface TraceExport {
  tracer: Tracer;
  /** Sends what is left. Never rejects: a collector that is away costs traces, not the node. */
  close(): Promise<void>;
}

/** How long one sending may take, in milliseconds. */
const TIMEOUT = 5_000;
/** Spans that wait for a collector; more are dropped. */
const MOST_WAITING = 4_096;

/** Sends spans to an OpenTelemetry collector, in batches, as OTLP over HTTP. */
export function exportTraces({ url, headers, attributes }: TraceExportOptions): TraceExport {
  const exporter = new OTLPTraceExporter({
    url,
    headers: { ...headers },
    timeoutMillis: TIMEOUT,
  });
  const processor = new BatchSpanProcessor({
    exporter,
    maxQueueSize: MOST_WAITING,
    exportTimeoutMillis: TIMEOUT,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ ...attributes }),
    spanProcessors: [processor],
  });
  return {
    tracer: provider.getTracer("ryugu-node"),
    close: () => provider.shutdown().catch(() => undefined),
  };
}
