// The door to every task: `node scripts/boot.mjs <task>`. Needs Node 20 and npm, nothing installed.
// No static imports: an older Node must get as far as the sentence below.
const OLDEST_NODE = 20;

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  console.error(
    `Ryugu needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.\n` +
      "Install a newer one (https://nodejs.org, or nvm, fnm, volta) and run the same command again.",
  );
  process.exitCode = 1;
} else {
  import("./boot/main.mjs").then(({ main }) => main(process.argv.slice(2)));
}
