// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "./ICouncil.sol";
import {IHub} from "./IHub.sol";
import {IInbox} from "./IInbox.sol";
import {IIntents} from "./IIntents.sol";
import {ILanes} from "./ILanes.sol";
import {IOutbox} from "./IOutbox.sol";
import {IWindDown} from "./IWindDown.sol";

/// @title The zone's contract on one chain
/// @notice Sends and delivers messages over gapless, hash-chained lanes. docs/reference/protocol.md has every layout.
/// @dev Anyone may deliver, claim, retry and resend; nobody can withdraw what a vault holds.
interface IGateway is ILanes, IOutbox, IIntents, IInbox, IHub, ICouncil, IWindDown {
    /// @notice The zone's deadline bounds or notice periods are not in order.
    error SettingsInvalid();
}
