/** How often a terminal's line is redrawn, and how often a log gets a new line, in milliseconds. */
const REDRAW = 1_000;
const LOG_EVERY = 15_000;

/** Shows on stderr that something long is going on, with the seconds that passed. */
export function startProgress(what) {
  const started = Date.now();
  const live = process.stderr.isTTY === true;
  const seconds = () => Math.round((Date.now() - started) / 1_000);
  const draw = (ending) => {
    const line = `${what} ${ending} ${seconds()} s`;
    process.stderr.write(live ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  draw("…");
  const timer = setInterval(() => draw("…"), live ? REDRAW : LOG_EVERY);
  return {
    end(word) {
      clearInterval(timer);
      draw(`${word} in`);
      if (live) process.stderr.write("\n");
    },
  };
}
