// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISalePolicy} from "./ISalePolicy.sol";

/// @title No buyer gets more than so many
/// @notice Terms are `what: 28 bytes ‖ cap: u32`. All orders of one seller with the same terms count together, so that an edition
/// of single tokens has one cap.
/// @dev A buyer is an account. Who must not buy twice under two accounts must be told apart by more than a chain knows.
interface IPerBuyerCap is ISalePolicy {
    /// @notice How many a buyer has bought in a market, of what a seller's terms name.
    function boughtOf(address market, address seller, bytes32 terms, address buyer)
        external
        view
        returns (uint256);
}
