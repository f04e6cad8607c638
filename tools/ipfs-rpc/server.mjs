// A real IPFS node's RPC for tests: offline, on a free loopback port, with a repository that is
// deleted at the end. When it is ready it prints one JSON line, {"url": "http://127.0.0.1:…",
// "blocks": "<the folder of its blocks>"}. It ends when its standard input closes, or on SIGTERM or
// SIGINT.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create } from "ipfs-core";
import { HttpApi } from "ipfs-http-server";

const repo = await mkdtemp(join(tmpdir(), "ryugu-ipfs-"));

const node = await create({
  repo: join(repo, "repo"),
  offline: true,
  // Not started, it answers "I do not have this" at once; started, it would wait for peers for ever.
  start: false,
  silent: true,
  preload: { enabled: false, addresses: [] },
  // An Ed25519 identity is made in milliseconds; the default RSA key takes seconds.
  init: { algorithm: "Ed25519", emptyRepo: true },
  config: {
    Addresses: { Swarm: [], API: "/ip4/127.0.0.1/tcp/0", Gateway: [], Delegates: [] },
    Bootstrap: [],
    Discovery: { MDNS: { Enabled: false }, webRTCStar: { Enabled: false } },
  },
});
const api = new HttpApi(node);
await api.start();

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  // Requests still open would hold the graceful stop for seconds; the repository goes anyway.
  const deadline = setTimeout(() => process.exit(0), 2_000);
  deadline.unref();
  await Promise.allSettled([api.stop()]);
  await rm(repo, { recursive: true, force: true });
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.stdin.on("end", stop).on("error", stop).resume();

const { address, port } = api.apiAddr.nodeAddress();
const ready = { url: `http://${address}:${port}`, blocks: join(repo, "repo", "blocks") };
process.stdout.write(`${JSON.stringify(ready)}\n`);
