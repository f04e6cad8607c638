const known = new WeakMap<object, string>();

/** WebGL's own name of what draws; empty where it does not tell. */
export function rendererName(context: WebGLRenderingContext | WebGL2RenderingContext): string {
  const before = known.get(context);
  if (before !== undefined) return before;
  const extension = context.getExtension("WEBGL_debug_renderer_info");
  const name: unknown =
    extension === null
      ? context.getParameter(context.RENDERER)
      : context.getParameter(extension.UNMASKED_RENDERER_WEBGL);
  const text = typeof name === "string" ? name : "";
  known.set(context, text);
  return text;
}
