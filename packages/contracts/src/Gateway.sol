// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Inbox} from "./gateway/Inbox.sol";
import {ModuleCalls} from "./gateway/ModuleCalls.sol";
import {Sending} from "./gateway/Sending.sol";
import {ZoneBase} from "./gateway/ZoneBase.sol";

/// @title The zone's contract on one chain
/// @dev Everything of {IGateway}: sending is in {Sending}, delivering in {Inbox}; all else is in modules, see {ModuleCalls}.
contract Gateway is Sending, Inbox, ModuleCalls {
    constructor() ZoneBase(true) {}
}
