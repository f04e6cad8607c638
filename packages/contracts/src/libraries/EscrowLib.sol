// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IOutbox} from "../interfaces/IOutbox.sol";
import {
    MAX_ASSETS,
    MAX_UNITS,
    STANDARD_ERC1155,
    STANDARD_ERC20,
    STANDARD_ERC721
} from "../types/Protocol.sol";

/// @title What a request asks for, and getting it into a vault
/// @dev Believes the token's answer, not its silence: a transfer that "succeeded" may have done nothing.
library EscrowLib {
    using SafeERC20 for IERC20;

    /// @dev Ids alone are ERC-721, ids with amounts ERC-1155, one amount alone ERC-20.
    function standardOf(uint256 ids, uint256 amounts) internal pure returns (uint8) {
        if (amounts == 0) return STANDARD_ERC721;
        return ids == 0 ? STANDARD_ERC20 : STANDARD_ERC1155;
    }

    function count(uint256 ids, uint256 amounts) internal pure returns (uint8) {
        uint256 assets = ids == 0 && amounts == 1 ? 1 : ids;
        if (assets == 0 || assets > MAX_ASSETS) revert IOutbox.AssetCountInvalid(assets);
        return uint8(assets);
    }

    /// @dev Whether ids and amounts are what the standard has. What a person gives up must fit a message.
    function check(uint8 standard, uint256[] calldata ids, uint256[] calldata amounts) internal pure {
        bool paired = standard == STANDARD_ERC721
            ? amounts.length == 0
            : amounts.length == (standard == STANDARD_ERC20 ? 1 : ids.length);
        if (!paired || (standard == STANDARD_ERC20 && ids.length != 0)) revert IOutbox.AmountsInvalid();
        for (uint256 i; i < amounts.length; ++i) {
            if (amounts[i] == 0 || amounts[i] > type(uint128).max) revert IOutbox.AmountsInvalid();
        }
    }

    function units(uint8 standard, uint256[] calldata ids, uint256[] calldata amounts)
        internal
        pure
        returns (uint256 sum)
    {
        check(standard, ids, amounts);
        if (standard == STANDARD_ERC721) return ids.length;
        for (uint256 i; i < amounts.length; ++i) {
            sum += amounts[i];
        }
    }

    /// @dev Only ever from `owner`, who asked for it or signed it; from this contract what an authorization just brought.
    function pull(
        uint8 standard,
        address token,
        address owner,
        address vault,
        uint256[] calldata ids,
        uint256[] calldata amounts
    ) internal {
        if (standard == STANDARD_ERC721) {
            for (uint256 i; i < ids.length; ++i) {
                // What the vault holds already is somebody else's: a token that does nothing must not make it theirs.
                if (IERC721(token).ownerOf(ids[i]) == vault) revert IOutbox.TokenNotReceived(token, ids[i]);
                IERC721(token).transferFrom(owner, vault, ids[i]);
                if (IERC721(token).ownerOf(ids[i]) != vault) {
                    revert IOutbox.TokenNotReceived(token, ids[i]);
                }
            }
        } else if (standard == STANDARD_ERC1155) {
            for (uint256 i; i < ids.length; ++i) {
                _pullUnits(token, owner, vault, ids[i], amounts[i]);
            }
        } else {
            uint256 held = IERC20(token).balanceOf(vault);
            if (owner == address(this)) IERC20(token).safeTransfer(vault, amounts[0]);
            else IERC20(token).safeTransferFrom(owner, vault, amounts[0]);
            checkReceived(token, amounts[0], held, IERC20(token).balanceOf(vault));
        }
    }

    function _pullUnits(address token, address owner, address vault, uint256 id, uint256 amount) private {
        if (amount > MAX_UNITS) revert IOutbox.TokenFungibleLike(id, amount);
        uint256 held = IERC1155(token).balanceOf(vault, id);
        IERC1155(token).safeTransferFrom(owner, vault, id, amount, "");
        uint256 holds = IERC1155(token).balanceOf(vault, id);
        checkReceived(token, amount, held, holds);
        if (holds > MAX_UNITS) revert IOutbox.TokenFungibleLike(id, holds);
    }

    /// @dev What a token says that an account held before and holds now must differ by exactly what was asked.
    function checkReceived(address token, uint256 expected, uint256 held, uint256 holds) internal pure {
        uint256 received = holds > held ? holds - held : 0;
        if (received != expected) revert IOutbox.AmountNotReceived(token, expected, received);
    }
}
