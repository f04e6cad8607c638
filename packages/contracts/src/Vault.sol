// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IVault} from "./interfaces/IVault.sol";
import {AssetLib} from "./libraries/AssetLib.sol";

/// @title The escrow at home for one counterpart chain
contract Vault is IVault {
    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    address private immutable CUSTODY;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        CUSTODY = msg.sender;
    }

    // ----------------------------------------------------------------------------------------------------- CUSTODY'S

    /// @inheritdoc IVault
    function release(address token, address recipient, bytes calldata assets) external {
        if (msg.sender != CUSTODY) revert CallerNotCustody(msg.sender);
        if (recipient == address(this) || recipient == address(0)) revert RecipientInvalid(recipient);
        for (uint256 i; i * AssetLib.PLAIN_BYTES < assets.length; ++i) {
            uint256 id = AssetLib.plainIdAt(assets, i);
            IERC721(token).transferFrom(address(this), recipient, id);
            if (IERC721(token).ownerOf(id) != recipient) revert TokenNotReleased(token, id);
        }
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IVault
    function counterpartChainId() external view returns (uint64) {
        return uint64(bytes8(Clones.fetchCloneArgs(address(this))));
    }
}
