// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Inbox} from "./gateway/Inbox.sol";
import {ModuleCalls} from "./gateway/ModuleCalls.sol";
import {Sending} from "./gateway/Sending.sol";
import {Views} from "./gateway/Views.sol";
import {ZoneBase} from "./gateway/ZoneBase.sol";

/// @title The zone's contract on one chain
/// @dev Sending is in {Sending}, delivering in {Inbox}, views in {Views}; all else is in its module, see {ModuleCalls}.
contract Gateway is Sending, Inbox, Views, ModuleCalls {
    constructor() ZoneBase(true) {}
}
