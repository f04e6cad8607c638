import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { NodeConfigInput } from "@ryugu/bridge";
import type { RunningZone } from "../../src/index.ts";
import type { GuideWorld } from "./guide.ts";

/** One partner's node as the operating guides have it: its folder, and a service manager that starts and stops it. */
export interface OperatedNode {
  folder: string;
  url: string;
  /** What stands in the guides as an example, and what it is here. */
  examples: GuideWorld["examples"];
  /** Where `systemctl` and `journalctl` are. */
  bin: string;
  close(): void;
}

/**
 * Lays a partner's folder out as the guides say, and stands in for systemd: `systemctl` starts and stops the node among
 * the zone's processes, `journalctl` shows its log.
 */
export async function operatedNode(
  zone: RunningZone,
  slug: string,
  bin: string,
): Promise<OperatedNode> {
  const folder = zone.layout.partner(slug);
  const node = zone.node(slug);
  await node.stop();
  const { api } = layOut(folder);
  await node.start();
  const manager = await serviceManager(async (verb) => {
    if (verb === "stop" || verb === "restart") await node.stop();
    if (verb === "start" || verb === "restart") await node.start();
    return `ryugu-node.service: ${node.state}`;
  });
  const { port } = manager.address() as AddressInfo;
  install(bin, "systemctl", `exec curl --fail-with-body --silent http://127.0.0.1:${port}/$1`);
  install(bin, "journalctl", `exec tail -n "$4" "${zone.layout.log(node.name)}"`);
  const url = `http://127.0.0.1:${api?.port}`;
  return {
    folder,
    url,
    bin,
    examples: [
      ["/var/lib/ryugu-node", folder],
      ["http://127.0.0.1:4100", url],
      ["chown ryugu-node:", `chown ${userInfo().username}:`],
    ],
    close: () => manager.close(),
  };
}

/** Keys into `keys/`, the database into `data/`, as `ryugu-node init` makes them. */
function layOut(folder: string): NodeConfigInput {
  const at = (name: string) => join(folder, name);
  const path = at("node.json");
  const config: NodeConfigInput = JSON.parse(readFileSync(path, "utf8"));
  for (const name of ["keys", "data"]) mkdirSync(at(name), { recursive: true, mode: 0o700 });
  const key = (name: string) => {
    renameSync(at(`${name}.json`), at(`keys/${name}.json`));
    copyFileSync(at("passphrase"), at(`keys/${name}.passphrase`));
    return {
      keystore: `keys/${name}.json`,
      passphrase: { file: `keys/${name}.passphrase` },
    };
  };
  for (const name of ["node.db", "node.db-wal", "node.db-shm"]) moveIfThere(at(name), at("data"));
  const operated = {
    ...config,
    database: "data/node.db",
    validator: key("validator"),
    relayer: key("relayer"),
  };
  writeFileSync(path, JSON.stringify(operated, null, 2));
  chmodSync(path, 0o600);
  return operated;
}

function moveIfThere(from: string, folder: string): void {
  try {
    renameSync(from, join(folder, from.slice(from.lastIndexOf("/") + 1)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

async function serviceManager(act: (verb: string) => Promise<string>): Promise<Server> {
  const server = createServer((question, answer) => {
    act(question.url?.slice(1) ?? "").then(
      (text) => answer.end(`${text}\n`),
      (error: unknown) => answer.writeHead(500).end(`${error}\n`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function install(bin: string, name: string, command: string): void {
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, name), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
}
