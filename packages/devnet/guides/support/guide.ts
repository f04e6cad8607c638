import { execFile } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BlockRun, type GuideBlock, parseGuide } from "./parse-guide.ts";

/** Somebody who follows a guide, at a machine of their own. */
export interface Actor {
  folder: string;
  env: Record<string, string>;
}

/** What a guide's commands meet. */
export interface GuideWorld {
  actors: Readonly<Record<string, Actor>>;
  /** Several actors under one name. */
  groups?: Readonly<Record<string, readonly string[]>>;
  /** What stands in the guide as an example, and what it is here. Each must occur. */
  examples: readonly (readonly [string, string])[];
  /** Where the commands `ryugu` and `ryugu-node` are put. */
  bin: string;
  /** Starts a program that goes on, and waits until its address answers. */
  background(command: string, actor: Actor, path: string, until: string): Promise<void>;
}

const GUIDES = fileURLToPath(new URL("../../../../docs/guides/", import.meta.url));
const NODE = process.execPath;
const PROGRAMS = { ryugu: "cli", "ryugu-node": "bridge" } as const;
/** How long one block may take, in milliseconds. */
const TIMEOUT = 150_000;

/** A guide of `docs/guides`, followed section by section as it is written. */
export class Guide {
  readonly #blocks: GuideBlock[];
  readonly #world: GuideWorld;
  readonly #left: Set<GuideBlock>;

  constructor(name: string, world: GuideWorld) {
    const markdown = readFileSync(join(GUIDES, name), "utf8");
    for (const [example] of world.examples) {
      if (!markdown.includes(example)) throw new Error(`${name} does not say ${example}`);
    }
    this.#blocks = parseGuide(markdown);
    this.#left = new Set(this.#blocks.filter(({ run }) => run.kind !== "skipped"));
    this.#world = world;
    installPrograms(world.bin);
  }

  /** Runs the blocks of one section, in order. Answers what they printed. */
  async follow(section: string): Promise<string> {
    const blocks = this.#blocks.filter((block) => block.section === section);
    if (blocks.length === 0) throw new Error(`The guide has no commands under: ${section}`);
    let output = "";
    for (const block of blocks) {
      output += await this.#run(block);
      this.#left.delete(block);
    }
    return output;
  }

  /** Blocks that were not followed yet. */
  get left(): string[] {
    return [...this.#left].map(({ section, line }) => `${section}, line ${line}`);
  }

  async #run({ run, text, line }: GuideBlock): Promise<string> {
    if (run.kind === "skipped") return "";
    const command = this.#resolve(text);
    const path = `${this.#world.bin}${delimiter}${process.env.PATH ?? ""}`;
    // Companies do not wait for each other.
    const outputs = await Promise.all(
      this.#names(run.actor, run.each).map(async (name) => {
        const actor = this.#actor(name);
        this.#bring(run, actor);
        if (run.kind === "run") return shell(command, actor, path, line);
        await this.#world.background(command, actor, path, this.#resolve(run.until ?? ""));
        return "";
      }),
    );
    return outputs.join("");
  }

  #resolve(text: string): string {
    return this.#world.examples.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  }

  #names(name: string, isGroup: boolean): readonly string[] {
    if (!isGroup) return [name];
    const group = this.#world.groups?.[name];
    if (group === undefined) throw new Error(`The guide's world has no group ${name}`);
    return group;
  }

  #actor(name: string): Actor {
    const actor = this.#world.actors[name];
    if (actor === undefined) throw new Error(`The guide's world has nobody called ${name}`);
    return actor;
  }

  /** Files that somebody sent: by mail, in the world outside. */
  #bring({ files }: Extract<BlockRun, { actor: string }>, to: Actor): void {
    if (files === undefined) return;
    const isGroup = this.#world.groups?.[files.from] !== undefined;
    for (const name of this.#names(files.from, isGroup)) {
      const { folder } = this.#actor(name);
      if (folder === to.folder) continue;
      const found = files.names.flatMap((file) => globSync(file, { cwd: folder }));
      for (const file of found) copyFileSync(join(folder, file), join(to.folder, basename(file)));
    }
  }
}

function installPrograms(bin: string): void {
  mkdirSync(bin, { recursive: true });
  for (const [name, pkg] of Object.entries(PROGRAMS)) {
    const main = fileURLToPath(new URL(`../../../${pkg}/src/main.ts`, import.meta.url));
    const script = `#!/bin/sh\nexec "${NODE}" --conditions=ryugu-source --no-warnings "${main}" "$@"\n`;
    writeFileSync(join(bin, name), script, { mode: 0o755 });
  }
}

function shell(
  command: string,
  { folder, env }: Actor,
  path: string,
  line: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: { ...process.env, ...env, PATH: path }, timeout: TIMEOUT };
    execFile("sh", ["-euc", command], options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      reject(new Error(`line ${line} of the guide, in ${folder}:\n${command}\n${stdout}${stderr}`));
    });
  });
}
