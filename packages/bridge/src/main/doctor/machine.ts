import { randomUUID } from "node:crypto";
import { open, rm, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import type { NodeConfig } from "../../config/schema.ts";
import { bad, type Finding, good, reasonOf, warn } from "./finding.ts";

/** What `statfs` calls a disk in memory, on Linux: tmpfs and ramfs. */
const MEMORY_DISKS = new Set([0x01021994, 0x858458f6]);
const LITTLE = 2e9;
const NOTHING = 200e6;
/** A slower disk holds up every signature, in milliseconds. */
const SLOW = 100;

/** Looks at the disk that the database stands on, and asks the node itself where it runs. */
export async function examineMachine(config: Readonly<NodeConfig>): Promise<Finding[]> {
  const { database } = config;
  const disk = typeof database === "string" ? await examineDisk(dirname(database)) : [];
  return [...disk, await askSelf(config)];
}

async function examineDisk(folder: string): Promise<Finding[]> {
  try {
    const { type, bavail, bsize } = await statfs(folder);
    if (MEMORY_DISKS.has(type)) {
      return [bad(`${folder} is a disk in memory: what the node signed would be forgotten`)];
    }
    return [space(folder, bavail * bsize), await sync(folder)];
  } catch (error) {
    return [bad(`${folder} cannot be used: ${reasonOf(error)}`)];
  }
}

function space(folder: string, free: number): Finding {
  const text = `${(free / 1e9).toFixed(1)} GB are free at ${folder}`;
  if (free < NOTHING) return bad(text);
  return free < LITTLE ? warn(text) : good(text);
}

/** Every commit is on disk before it counts: how long the disk takes to say so. */
async function sync(folder: string): Promise<Finding> {
  const path = join(folder, `.doctor-${randomUUID()}`);
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile("written to see whether it stays");
      const began = performance.now();
      await file.sync();
      const took = Math.ceil(performance.now() - began);
      const text = `the disk acknowledges a write in ${took} ms`;
      return took > SLOW ? warn(text, "Every signature waits so long.") : good(text);
    } finally {
      await file.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}

async function askSelf({ api, tuning }: Readonly<NodeConfig>): Promise<Finding> {
  const host = api.host === "0.0.0.0" || api.host === "::" ? "127.0.0.1" : api.host;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${api.port}/v1/ready`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(tuning.peerTimeoutMs) });
    const { tasks } = (await response.json()) as { tasks: { name: string; problem?: string }[] };
    const ill = tasks.flatMap(({ name, problem }) =>
      problem === undefined ? [] : `${name}: ${problem}`,
    );
    if (ill.length === 0) return good(`the node runs, and its ${tasks.length} tasks work`);
    return bad(`the node runs, and does not do all of its work: ${ill.join("; ")}`);
  } catch {
    return examinePort(api);
  }
}

/** Nothing that is a node answers there: whether one could listen. */
async function examinePort({ host, port }: NodeConfig["api"]): Promise<Finding> {
  const at = `${host}:${port}`;
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port, exclusive: true }, resolve);
    });
    return warn(`nothing answers at port ${port}: the node does not run, and the port is free`);
  } catch (error) {
    const advice = "Free it, or change `api` in the configuration, and what leads there.";
    return bad(`the node does not run, and could not listen on ${at}: ${reasonOf(error)}`, advice);
  } finally {
    server.close();
  }
}
