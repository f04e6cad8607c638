import { join } from "node:path";
import { chainId } from "@ryugu/sdk/primitives";
import { bankPlan } from "../bank/plan.ts";
import { localUrl } from "../chain/anvil.ts";
import { issuerPlan } from "../issuer/plan.ts";
import { passphrase } from "../keys/keystore.ts";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import type { ProcessSet } from "../process/process-set.ts";
import { issuerTokenPath, type ZoneLayout } from "../zone/layout.ts";
import type { ZonePorts } from "../zone/port-plan.ts";
import { BANK_SPEED, ZONE_BANK } from "./bank-settings.ts";
import type { ZoneMoney } from "./zone-money.ts";

/** What bank and issuer are started from. */
export interface BankParts {
  layout: ZoneLayout;
  ports: ZonePorts;
  keys: ZoneKeys;
  processes: ProcessSet;
}

/** The processes' names. */
export const BANK = "bank";
export const ISSUER = "issuer";

/** The permissioned chain's newest block is final. */
const FINALITY = 0;

/** Starts the simulated bank and the yen's issuer, who redeems at it. Their secrets are random and stay from start to start. */
export async function startBank(parts: BankParts, { home, yen }: ZoneMoney): Promise<void> {
  const { layout, ports, keys, processes } = parts;
  const token = passphrase(join(layout.bank, "customer-token"));
  const secret = webhookSecret(passphrase(join(layout.bank, "webhook-secret")));
  const [bankUrl, issuerUrl] = [localUrl(ports.bank), localUrl(ports.issuer)];
  const bank = bankPlan({
    ...{ name: BANK, port: ports.bank, folder: layout.bank, logPath: layout.log(BANK), token },
    webhook: { url: `${issuerUrl}/v1/bank-webhook`, secret },
    clock: { start: new Date().toISOString(), speed: BANK_SPEED },
    bank: ZONE_BANK,
  });
  const currency = {
    ...{ chain: chainId(home.number), address: yen, decimals: 18 },
    ...{ name: "Test Yen", version: "1", symbol: "tJPY" },
  };
  const issuer = issuerPlan({
    ...{ name: ISSUER, port: ports.issuer, folder: layout.issuer, logPath: layout.log(ISSUER) },
    tokens: {
      [home.slug]: passphrase(issuerTokenPath(layout, home.slug)),
      operator: passphrase(join(layout.issuer, "operator-token")),
    },
    bank: { url: bankUrl, token },
    webhookSecret: secret,
    ...{ currency, rpc: localUrl(ports.chains[home.slug] ?? 0), finality: FINALITY, startBlock: 0 },
    key: (await keys.redemption.open()).privateKey,
  });
  await Promise.all([bank, issuer].map((plan) => processes.add(plan).start()));
}

/** As the Standard Webhooks name one. */
const webhookSecret = (secret: string) => `whsec_${Buffer.from(secret).toString("base64")}`;
