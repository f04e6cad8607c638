import { ConfigError } from "../config/errors.ts";
import { readSecret } from "../config/load.ts";
import type { SecretSource } from "../config/schema/keys.ts";
import type { NodeConfig } from "../config/schema.ts";
import type { Clock } from "../ports/clock.ts";
import type { WebhookEndpoint } from "../ports/webhooks.ts";
import type { WebhookFilter } from "../webhooks/filter.ts";
import { httpWebhook } from "../webhooks/http-endpoint.ts";

/** How long an endpoint may take, in milliseconds. */
const TIMEOUT = 10_000;
const SECRET = /^whsec_([A-Za-z0-9+/]{32,128}={0,2})$/;

/** A webhook with its secrets read. */
export interface OpenedWebhook {
  endpoint: WebhookEndpoint;
  filter: WebhookFilter;
}

/**
 * Reads the webhooks' secrets, once.
 *
 * @throws ConfigError
 */
export async function openWebhooks(
  { webhooks }: Pick<NodeConfig, "webhooks">,
  environment: Readonly<Record<string, string | undefined>>,
  clock: Clock,
): Promise<OpenedWebhook[]> {
  const open = async (source: SecretSource, name: string) => {
    const [, key] = SECRET.exec((await readSecret(source, environment)).trim()) ?? [];
    if (key !== undefined) return Buffer.from(key, "base64");
    throw new ConfigError("A webhook's secret is not `whsec_` and at least 24 bytes of base64.", {
      details: [`Webhook: ${name}`],
    });
  };
  return Promise.all(
    webhooks.map(async ({ name, url, secret, previousSecret, filter }) => {
      const sources = previousSecret === undefined ? [secret] : [secret, previousSecret];
      const secrets = await Promise.all(sources.map((source) => open(source, name)));
      return { endpoint: httpWebhook({ name, url, secrets, clock, timeout: TIMEOUT }), filter };
    }),
  );
}
