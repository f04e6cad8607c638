import { createHmac } from "node:crypto";
import type { Clock } from "../ports/clock.ts";
import type { WebhookEndpoint } from "../ports/webhooks.ts";
import { WebhookFailedError } from "./errors.ts";

export interface HttpEndpointOptions {
  name: string;
  url: string;
  /** The newest first: while one is being replaced, each message is signed with both. */
  secrets: readonly Uint8Array[];
  clock: Pick<Clock, "now">;
  /** How long one request may take, in milliseconds. */
  timeout: number;
}

/** An endpoint over HTTP, signed as Standard Webhooks says. Redirects are not followed, answers are not read. */
export function httpWebhook(options: HttpEndpointOptions): WebhookEndpoint {
  const { name, url, secrets, clock, timeout } = options;
  const { origin } = new URL(url);

  const post = async (id: string, body: string): Promise<number> => {
    const time = Math.floor(clock.now() / 1_000);
    const signatures = secrets.map((secret) => sign(secret, `${id}.${time}.${body}`));
    try {
      const response = await fetch(url, {
        method: "POST",
        redirect: "manual",
        body,
        headers: {
          "content-type": "application/json",
          "user-agent": "ryugu-node",
          "webhook-id": id,
          "webhook-timestamp": `${time}`,
          "webhook-signature": signatures.join(" "),
        },
        signal: AbortSignal.timeout(timeout),
      });
      await response.body?.cancel();
      return response.status;
    } catch (cause) {
      throw new WebhookFailedError("A webhook's endpoint did not answer.", {
        cause,
        details: [`Webhook: ${name}`, `Endpoint: ${origin}`],
      });
    }
  };

  return {
    name,
    origin,
    async send({ id, body }) {
      const status = await post(id, body);
      if (status >= 200 && status < 300) return;
      throw new WebhookFailedError("A webhook's endpoint did not take a message.", {
        details: [`Webhook: ${name}`, `Endpoint: ${origin}`, `Status: ${status}`],
      });
    },
  };
}

function sign(secret: Uint8Array, text: string): string {
  return `v1,${createHmac("sha256", secret).update(text).digest("base64")}`;
}
