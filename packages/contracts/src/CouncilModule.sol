// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Council} from "./gateway/Council.sol";
import {CouncilViews} from "./gateway/CouncilViews.sol";
import {LaneRepair} from "./gateway/LaneRepair.sol";
import {LaneViews} from "./gateway/LaneViews.sol";
import {Pauses} from "./gateway/Pauses.sol";
import {Rules} from "./gateway/Rules.sol";
import {WindDowns} from "./gateway/WindDowns.sol";
import {ZoneBase} from "./gateway/ZoneBase.sol";

/// @title The gateway's third part: what validators decide, and what a gateway tells about itself
/// @notice The gateway runs it on its own storage and under its own address; called directly it works on nothing and has
/// no rights.
contract CouncilModule is Council, Rules, Pauses, LaneRepair, WindDowns, CouncilViews, LaneViews {
    constructor() ZoneBase(false) {}
}
