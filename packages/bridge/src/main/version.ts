import manifest from "../../package.json" with { type: "json" };

/** This release's version. */
export const VERSION: string = manifest.version;
