import { createRequire } from "node:module";
import { ProcessStartError } from "../errors.ts";

/**
 * Anvil's own program. Its npm package's command is a Node process around it, which a SIGKILL would leave
 * without a parent.
 *
 * @throws ProcessStartError on a platform that it does not run on
 */
export function anvilBinary(): string {
  const fromHere = createRequire(import.meta.url);
  const fromAnvil = createRequire(fromHere.resolve("@foundry-rs/anvil/package.json"));
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  try {
    return fromAnvil.resolve(`@foundry-rs/anvil-${process.platform}-${architecture}/bin/anvil`);
  } catch (cause) {
    throw new ProcessStartError("Anvil, which runs the local chains, is not here.", {
      cause,
      details: [
        `Platform: ${process.platform} ${process.arch}`,
        "It comes with the dependencies: delete node_modules and start again.",
      ],
    });
  }
}
