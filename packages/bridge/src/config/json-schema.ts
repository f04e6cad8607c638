import * as z from "zod/mini";
import { nodeConfigSchema } from "./schema.ts";
import { signerConfigSchema } from "./signer.ts";

/** The JSON Schema of a signer's configuration. */
export function signerJsonSchema(): object {
  const schema = z.toJSONSchema(signerConfigSchema, { io: "input", target: "draft-2020-12" });
  return { ...schema, title: "Configuration of a Ryugu signer" };
}

/** The configuration's JSON Schema (2020-12), made of the schema that validates. */
export function configJsonSchema(): object {
  const schema = z.toJSONSchema(nodeConfigSchema, { io: "input", target: "draft-2020-12" });
  return { ...schema, title: "Configuration of a Ryugu node" };
}
