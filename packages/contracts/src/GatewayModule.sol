// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Announcing} from "./gateway/Announcing.sol";
import {Endings} from "./gateway/Endings.sol";
import {Intents} from "./gateway/Intents.sol";
import {ZoneBase} from "./gateway/ZoneBase.sol";

/// @title The gateway's second half: what people call seldom
/// @notice Apart because one contract's code has a limit. The gateway runs it on its own storage and under its own
/// address; called directly it works on nothing and has no rights.
contract GatewayModule is Endings, Intents, Announcing {
    constructor() ZoneBase(false) {}
}
