import { badInput } from "./parts/bad-input.ts";
import { budget } from "./parts/budget.ts";
import { ownWallet } from "./parts/own-wallet.ts";
import { wholeStory } from "./parts/story.ts";
import { onAZone } from "./support/on-a-zone.ts";

onAZone(wholeStory, ownWallet, badInput, budget);
