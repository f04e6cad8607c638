import type { Command } from "commander";
import type { Bind } from "../bind.ts";

/** Adds `ryugu asset …`. */
export function addAssetCommands(_program: Command, _bind: Bind): void {}
