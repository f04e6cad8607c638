// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IPolicy} from "../interfaces/IPolicy.sol";

/// @title Admits asset classes
/// @notice The simplest policy a zone can have: which classes may enter a chain, for everybody alike and for ever.
contract ClassPolicy is IPolicy {
    bytes32 private constant REFUSED = "class-not-admitted";

    /// @dev A bit per class.
    uint256 private immutable ADMITTED;

    /// @param classes which to admit: 1 = nft, 2 = payment, 3 = crypto, 4 = prepaid
    constructor(uint8[] memory classes) {
        uint256 admitted;
        for (uint256 i; i < classes.length; ++i) {
            admitted |= uint256(1) << classes[i];
        }
        ADMITTED = admitted;
    }

    /// @inheritdoc IPolicy
    function refusal(Entry calldata entry) external view returns (bytes32 reason) {
        return (ADMITTED >> entry.class) & 1 == 0 ? REFUSED : bytes32(0);
    }
}
