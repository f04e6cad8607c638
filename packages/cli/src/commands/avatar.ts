import type { Command } from "commander";
import { inspectAvatarFile } from "../avatar/inspect.ts";
import type { Bind } from "../bind.ts";
import { withExamples } from "./examples.ts";

/** Adds `ryugu avatar …`. */
export function addAvatarCommands(program: Command, bind: Bind): void {
  const avatar = program
    .command("avatar")
    .description("VRM avatars: what is in the file, what is wrong");

  const inspect = avatar
    .command("inspect")
    .summary("say what a VRM file holds, and what is wrong with it")
    .description(
      "Say what a VRM file (1.0 or 0.x) holds, and what is wrong with it. Reads its JSON chunk alone: no " +
        "mesh or texture is decoded, nothing is fetched. Ends with 1 where the avatar would be refused.",
    )
    .argument("<file>", "a .vrm file, an http(s) address, or - for standard input")
    .action(bind(inspectAvatarFile));
  withExamples(inspect, ["ryugu avatar inspect me.vrm", "An avatar on disk:"]);
}
