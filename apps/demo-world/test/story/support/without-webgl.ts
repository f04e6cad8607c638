/** Runs in a page before everything else: its canvases know no WebGL, as on machines without any driver. */
export function withoutWebGl(): void {
  const known = HTMLCanvasElement.prototype.getContext;
  Object.defineProperty(HTMLCanvasElement.prototype, "getContext", {
    value(this: HTMLCanvasElement, kind: string, options: unknown) {
      return kind.startsWith("webgl") ? null : known.call(this, kind, options);
    },
  });
}
