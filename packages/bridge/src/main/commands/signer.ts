import { readSecret } from "../../config/load.ts";
import { loadSignerConfig, type SignerConfig } from "../../config/signer.ts";
import { openKeystore } from "../../signer/keystore.ts";
import { openGuard } from "../../signer/service/guard.ts";
import { type SignerAddress, startSigner } from "../../signer/service/server.ts";
import { createLogger, describeError } from "../logger.ts";
import { readPem } from "../signers.ts";
import { stopSignal } from "../stop-signal.ts";
import { VERSION } from "../version.ts";
import type { NodeCommand } from "./command.ts";

/** Keeps the validator's key in a process of its own. */
export const signer: NodeCommand = {
  name: "signer",
  usage: "--config <file>",
  summary: "keep the validator's key in this process and sign for the node",
  options: { config: { type: "string", required: true } },
  async run({ needed, environment }) {
    const config = await loadSignerConfig(needed("config"));
    const secret = await readSecret(config.passphrase, environment);
    const key = await openKeystore(config.keystore, secret, "The validator's keystore");
    const { zoneId } = config;
    const guard = openGuard(config.memory, `${zoneId}/${key.account}`);
    const logger = createLogger(config.log.level, "signer");
    const service = await startSigner({
      zoneId,
      key,
      guard,
      address: await addressOf(config),
      token: config.token && (await readSecret(config.token, environment)),
      onSigned: ({ primaryType, message }) => logger.info({ primaryType, message }, "signed"),
      onRefused: (error, request) =>
        logger.error({ ...request, error: describeError(error) }, "refused"),
    });
    logger.info({ validator: key.account, zoneId, version: VERSION }, "signer-started");
    await stopSignal();
    await service.stop();
    guard.close();
    logger.info("signer-stopped");
    return 0;
  },
};

async function addressOf({ listen }: SignerConfig): Promise<SignerAddress> {
  const { socket, host = "", port = 0, tls } = listen;
  if (socket !== undefined) return { socket };
  if (tls === undefined) return { host, port };
  const [certificate, key] = await Promise.all([readPem(tls.certificate), readPem(tls.key)]);
  return { host, port, tls: { certificate, key } };
}
