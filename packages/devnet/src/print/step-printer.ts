import type { ZoneStep } from "../zone/steps.ts";
import { pad, type Style } from "./style.ts";

/** Where lines go: a terminal can take a line back, a log cannot. */
export interface Screen {
  write(text: string): void;
  isTerminal: boolean;
}

const NAME_COLUMNS = 10;
const RESULT_COLUMNS = 62;
const TICK = 1_000;

/** Seconds with one decimal, as a right-aligned column. */
export const seconds = (milliseconds: number) =>
  pad(`${(milliseconds / 1_000).toFixed(1)} s`, 7, "left");

/** Shows each step while it goes on, on a terminal, and a line for each when it is done. */
export class StepPrinter {
  readonly #screen: Screen;
  readonly #style: Style;
  #timer: NodeJS.Timeout | undefined;

  constructor(screen: Screen, style: Style) {
    this.#screen = screen;
    this.#style = style;
  }

  /** Hears of a step that began or ended. */
  readonly step = ({ name, doneIn, result }: ZoneStep): void => {
    this.clear();
    if (doneIn === undefined) this.#begin(name);
    else this.done(name, result ?? "", seconds(doneIn));
  };

  /** A line for something that is done. */
  done(name: string, what: string, ...columns: string[]): void {
    this.clear();
    const { good, faint } = this.#style;
    const text = `${pad(name, NAME_COLUMNS)} ${pad(what, RESULT_COLUMNS)}`;
    this.#screen.write(`  ${good("✓")} ${text} ${faint(columns.join(" "))}`.trimEnd().concat("\n"));
  }

  /** Takes back the line of the step that goes on. */
  clear(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#screen.isTerminal) this.#screen.write("\r\x1b[2K");
  }

  #begin(name: string): void {
    if (!this.#screen.isTerminal) return;
    const began = performance.now();
    const draw = () => {
      const passed = Math.floor((performance.now() - began) / 1_000);
      const text = `  ${this.#style.faint("…")} ${name}${passed > 0 ? ` ${passed} s` : ""}`;
      this.#screen.write(`\r\x1b[2K${text}`);
    };
    draw();
    this.#timer = setInterval(draw, TICK).unref();
  }
}
