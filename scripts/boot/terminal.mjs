/** How often the line that says what is running is drawn, in milliseconds. */
const REDRAW = 1_000;

/**
 * Shows the output of steps. One step at a time shows it as it comes; with several beside each other each keeps
 * its own until it ends, and on a terminal one line says what is running.
 */
export function openTerminal(several) {
  const running = new Map();
  const line = several && process.stdout.isTTY === true ? startLine(running) : undefined;
  return {
    open(name) {
      running.set(name, Date.now());
      const header = `\n── ${name}\n`;
      if (!several) process.stdout.write(header);
      let kept = header;
      return {
        write(text) {
          if (several) kept += text;
          else process.stdout.write(text);
        },
        close() {
          running.delete(name);
          line?.clear();
          if (several) process.stdout.write(kept);
        },
      };
    },
    close: () => line?.stop(),
  };
}

function startLine(running) {
  const clear = () => process.stdout.write("\r\x1b[2K");
  const timer = setInterval(() => {
    const names = [...running].map(
      ([name, since]) => `${name} ${Math.round((Date.now() - since) / 1_000)} s`,
    );
    clear();
    process.stdout.write(`… ${names.join("   ")}`);
  }, REDRAW);
  return {
    clear,
    stop() {
      clearInterval(timer);
      clear();
    },
  };
}
