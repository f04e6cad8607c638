// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {ICustody} from "./interfaces/ICustody.sol";
import {IVault} from "./interfaces/IVault.sol";
import {IZoneFactory} from "./interfaces/IZoneFactory.sol";
import {AssetLib} from "./libraries/AssetLib.sol";
import {ReleaseLib} from "./libraries/ReleaseLib.sol";
import {STANDARD_ERC1155, STANDARD_ERC721} from "./types/Protocol.sol";

/// @title The escrow at home for one counterpart chain
contract Vault is IVault {
    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    address private immutable CUSTODY;
    address private immutable GATEWAY;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        address[] memory parts = IZoneFactory(msg.sender).parameters().parts;
        CUSTODY = parts[uint256(IZoneFactory.Part.Custody)];
        GATEWAY = parts[uint256(IZoneFactory.Part.Gateway)];
    }

    // ----------------------------------------------------------------------------------------------------- CUSTODY'S

    /// @inheritdoc IVault
    function release(address token, uint8 standard, address recipient, bytes calldata assets) external {
        if (msg.sender != CUSTODY) revert CallerNotCustody(msg.sender);
        if (recipient == address(this) || recipient == address(0)) revert RecipientInvalid(recipient);
        uint256 width = AssetLib.plainBytes(standard);
        if (assets.length == 0 || assets.length % width != 0) revert AssetLib.AssetsMalformed();
        uint256 count = assets.length / width;
        if (standard == STANDARD_ERC721) {
            for (uint256 i; i < count; ++i) {
                ReleaseLib.release721(token, recipient, AssetLib.plainIdAt(assets, i));
            }
            return;
        }
        // Another vault must get all of it, or its chain could claim what is not there. A person gets what the token
        // gives: were its fee a reason to refuse, it could never come home.
        bool measured = ICustody(CUSTODY).isMoving();
        if (standard == STANDARD_ERC1155) {
            for (uint256 i; i < count; ++i) {
                (uint256 id, uint256 amount) = AssetLib.plainUnitsAt(assets, i);
                ReleaseLib.release1155(token, recipient, id, amount, measured);
            }
        } else {
            ReleaseLib.release20(token, recipient, AssetLib.amountOf(assets), measured);
        }
    }

    // ------------------------------------------------------------------------------------------------------- TOKENS'

    /// @inheritdoc IERC1155Receiver
    /// @dev Callable by any token. Accepts what the gateway pulls, and what another vault gives while the custody moves it;
    /// answers anything else with a refusal.
    function onERC1155Received(address operator, address, uint256, uint256, bytes calldata)
        external
        view
        returns (bytes4)
    {
        return _accepts(operator) ? this.onERC1155Received.selector : bytes4(0);
    }

    /// @inheritdoc IERC1155Receiver
    /// @dev As {onERC1155Received}.
    function onERC1155BatchReceived(
        address operator,
        address,
        uint256[] calldata,
        uint256[] calldata,
        bytes calldata
    ) external view returns (bytes4) {
        return _accepts(operator) ? this.onERC1155BatchReceived.selector : bytes4(0);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IVault
    function counterpartChainId() external view returns (uint64) {
        return uint64(bytes8(Clones.fetchCloneArgs(address(this))));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == type(IERC1155Receiver).interfaceId || id == type(IERC165).interfaceId;
    }

    // ----------------------------------------------------------------------------------------------------- INTERNAL

    function _accepts(address operator) private view returns (bool) {
        return operator == GATEWAY || ICustody(CUSTODY).isMoving();
    }
}
