// Looks into an avatar, or into a sample: node main.ts [avatar.vrm]
import { readFile } from "node:fs/promises";
import { describeAvatar } from "./inspect-avatar.ts";
import { sampleAvatar } from "./sample.ts";

const [file] = process.argv.slice(2);
for (const line of describeAvatar(file ? await readFile(file) : sampleAvatar())) console.log(line);
