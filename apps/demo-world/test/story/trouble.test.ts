import { trouble } from "./parts/trouble.ts";
import { onAZone } from "./support/on-a-zone.ts";

// On a zone of its own, beside the story: much of it is waiting for what was killed to come back.
onAZone(trouble);
