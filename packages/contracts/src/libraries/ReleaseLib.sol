// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IVault} from "../interfaces/IVault.sol";

/// @title Letting a token go, and seeing that it went
/// @dev Believes what the token says that this account holds, not its silence and not its `true`.
library ReleaseLib {
    /// @dev As much of a token's reason as is kept.
    uint256 private constant MAX_REASON = 256;

    /// @dev A plain transfer, which asks no receiver. What is with the recipient already, another vault perhaps, did not come
    /// from here: a token that does nothing must not make it look so.
    function release721(address token, address recipient, uint256 id) internal {
        if (IERC721(token).ownerOf(id) != address(this)) revert IVault.TokenNotReleased(token, id);
        _call(token, abi.encodeCall(IERC721.transferFrom, (address(this), recipient, id)));
        if (IERC721(token).ownerOf(id) != recipient) revert IVault.TokenNotReleased(token, id);
    }

    /// @param measured whether the recipient must get exactly the amount too
    function release1155(address token, address recipient, uint256 id, uint256 amount, bool measured)
        internal
    {
        uint256 held = IERC1155(token).balanceOf(address(this), id);
        uint256 had = measured ? IERC1155(token).balanceOf(recipient, id) : 0;
        _call(token, abi.encodeCall(IERC1155.safeTransferFrom, (address(this), recipient, id, amount, "")));
        _check(token, amount, held, IERC1155(token).balanceOf(address(this), id));
        if (measured) _check(token, amount, IERC1155(token).balanceOf(recipient, id), had);
    }

    /// @param measured whether the recipient must get exactly the amount too
    function release20(address token, address recipient, uint256 amount, bool measured) internal {
        uint256 held = IERC20(token).balanceOf(address(this));
        uint256 had = measured ? IERC20(token).balanceOf(recipient) : 0;
        _call(token, abi.encodeCall(IERC20.transfer, (recipient, amount)));
        _check(token, amount, held, IERC20(token).balanceOf(address(this)));
        if (measured) _check(token, amount, IERC20(token).balanceOf(recipient), had);
    }

    /// @dev The first number must be the second and the amount together.
    function _check(address token, uint256 amount, uint256 more, uint256 less) private pure {
        uint256 moved = more > less ? more - less : 0;
        if (moved != amount) revert IVault.AmountNotReleased(token, amount, moved);
    }

    /// @dev Whatever a token answers is passed over: real ones answer nothing, and what counts is measured. Of a failure's
    /// reason no more is copied than is kept.
    function _call(address token, bytes memory data) private {
        assembly ("memory-safe") {
            if iszero(call(gas(), token, 0, add(data, 0x20), mload(data), 0x00, 0x00)) {
                let size := returndatasize()
                if gt(size, MAX_REASON) { size := MAX_REASON }
                let reason := mload(0x40)
                returndatacopy(reason, 0x00, size)
                revert(reason, size)
            }
        }
    }
}
