// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {OddUnits} from "./HostileErc1155.sol";
import {Switchable} from "./HostileTokens.sol";

/// @dev A token that its issuer can stop and start.
interface IFreezing {
    function setHostile(bool on) external;
}

/// @dev Refuses every transfer while it is told to.
contract FreezingNft is Switchable {
    error Frozen();

    string private _uri;

    function script(string calldata uri) external {
        _uri = uri;
    }

    function tokenURI(uint256) public view override returns (string memory) {
        return _uri;
    }

    function _misbehave() internal pure override {
        revert Frozen();
    }
}

/// @dev Refuses every transfer while it is told to.
contract FreezingUnits is OddUnits {
    error Frozen();

    function _update(address from, address to, uint256[] memory ids, uint256[] memory values)
        internal
        override
    {
        if (hostile) revert Frozen();
        super._update(from, to, ids, values);
    }
}
