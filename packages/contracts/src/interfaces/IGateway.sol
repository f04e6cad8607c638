// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICouncil} from "./ICouncil.sol";
import {IInbox} from "./IInbox.sol";
import {IIntents} from "./IIntents.sol";
import {ILanes} from "./ILanes.sol";
import {IOutbox} from "./IOutbox.sol";
import {IWindDown} from "./IWindDown.sol";

/// @title The zone's contract on one chain
/// @notice Sends and delivers messages over gapless, hash-chained lanes. docs/reference/protocol.md has every layout.
/// @dev Anyone may deliver, claim, retry and resend; nobody can withdraw what a vault holds.
interface IGateway is ILanes, IOutbox, IIntents, IInbox, ICouncil, IWindDown {
    /// @notice Only the zone's custody may call.
    error CallerNotCustody(address caller);

    /// @notice The zone's deadline bounds or notice periods are not in order.
    error SettingsInvalid();

    /// @notice Appends the second leg of a Forward that has just moved from vault to vault.
    /// @dev Callable by the custody only, while a message is carried out. Emits {MessageSent}. Reverts with a named error; the
    /// Forward then parks.
    /// @param ids of the assets; empty for ERC-20
    /// @param amounts of the assets; empty for ERC-721
    function onward(bytes calldata forward, uint256[] calldata ids, uint256[] calldata amounts) external;

    /// @notice Appends a Return that passes through home.
    /// @dev Callable by the custody only, while a message is carried out. Emits {MessageSent}.
    function passOn(uint64 refundChainId, bytes calldata returned) external;
}
