// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Announcing} from "./gateway/Announcing.sol";
import {Council} from "./gateway/Council.sol";
import {Endings} from "./gateway/Endings.sol";
import {Intents} from "./gateway/Intents.sol";
import {LaneRepair} from "./gateway/LaneRepair.sol";
import {Pauses} from "./gateway/Pauses.sol";
import {Rules} from "./gateway/Rules.sol";
import {WindDowns} from "./gateway/WindDowns.sol";
import {ZoneBase} from "./gateway/ZoneBase.sol";

/// @title The gateway's second half
/// @notice What is called seldom lives here, because one contract's code has a limit. The gateway runs it on its own storage
/// and under its own address; called directly it works on nothing and has no rights.
contract GatewayModule is
    Endings,
    Intents,
    Announcing,
    Council,
    Rules,
    Pauses,
    LaneRepair,
    WindDowns
{
    constructor() ZoneBase(false) {}
}
