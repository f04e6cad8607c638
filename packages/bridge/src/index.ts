/** What programs around a node need: its configuration. The node itself is the `ryugu-node` command. */
export { ConfigError } from "./config/errors.ts";
export {
  DEFAULT_TUNING,
  type NodeConfig,
  type NodeConfigInput,
  nodeConfigSchema,
} from "./config/schema.ts";
