/** WebGL's own name of what would draw here; empty where it does not tell, undefined where nothing can. */
export function rendererHere(): string | undefined {
  const context = document.createElement("canvas").getContext("webgl2");
  if (context === null) return undefined;
  const told = context.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = told === null ? "" : context.getParameter(told.UNMASKED_RENDERER_WEBGL);
  // The page will need the room that this context takes.
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return typeof name === "string" ? name : "";
}
