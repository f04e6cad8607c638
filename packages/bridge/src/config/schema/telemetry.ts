import * as z from "zod/mini";
import { httpUrl, text } from "./fields.ts";
import { secretSchema } from "./keys.ts";

/** Where traces go. Metrics are asked for, at `/metrics`. */
export const telemetrySchema = z.strictObject({
  /** An OpenTelemetry collector that takes OTLP over HTTP. Without it no traces are made. */
  otlp: z.optional(
    z.strictObject({
      /** The whole URL, such as `http://collector:4318/v1/traces`. */
      url: httpUrl,
      /** A header that the collector asks for. */
      header: z.optional(z.strictObject({ name: text, value: secretSchema })),
    }),
  ),
});
