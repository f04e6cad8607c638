// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {IERC3009} from "../interfaces/IERC3009.sol";
import {IERC4494} from "../interfaces/IERC4494.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {IOutbox} from "../interfaces/IOutbox.sol";
import {EscrowLib} from "./EscrowLib.sol";

/// @title Approvals that come as a signature
/// @dev Only these three selectors are ever called, on the token that is sent.
library PermitLib {
    uint8 private constant ERC2612 = 1;
    uint8 private constant ERC4494 = 2;
    uint8 private constant ERC3009 = 3;
    uint256 private constant SIGNATURE = 65;
    uint256 private constant HEADER = 33;

    function isAuthorization(bytes calldata data) internal pure returns (bool) {
        return data.length != 0 && uint8(data[0]) == ERC3009;
    }

    /// @dev A permit that fails may have been submitted by somebody else before: the transfer tells.
    function permit(bytes calldata data, IOutbox.SendRequest calldata request, address owner) internal {
        if (data.length < HEADER + SIGNATURE) revert IIntents.PermitMalformed();
        uint256 deadline = uint256(bytes32(data[1:HEADER]));
        bytes calldata signatures = data[HEADER:];
        if (uint8(data[0]) == ERC2612 && request.amounts.length == 1) {
            (bytes32 r, bytes32 s, uint8 v) = _split(signatures);
            _try(
                request.token,
                abi.encodeCall(
                    IERC20Permit.permit, (owner, address(this), request.amounts[0], deadline, v, r, s)
                )
            );
        } else if (uint8(data[0]) == ERC4494 && signatures.length == request.ids.length * SIGNATURE) {
            for (uint256 i; i < request.ids.length; ++i) {
                bytes calldata signature = signatures[i * SIGNATURE:(i + 1) * SIGNATURE];
                _try(
                    request.token,
                    abi.encodeCall(IERC4494.permit, (address(this), request.ids[i], deadline, signature))
                );
            }
        } else {
            revert IIntents.PermitMalformed();
        }
    }

    /// @dev Brings the amount to this contract, or reverts with the token's reason. Nobody else can use the authorization: the
    /// token lets only the payee. A token that knows no authorizations and says nothing has not moved anything.
    function receive_(
        bytes calldata data,
        IOutbox.SendRequest calldata request,
        IIntents.Intent calldata intent,
        bytes32 digest
    ) internal {
        if (data.length != 1 + SIGNATURE || request.amounts.length != 1) revert IIntents.PermitMalformed();
        (bytes32 r, bytes32 s, uint8 v) = _split(data[1:]);
        uint256 held = IERC20(request.token).balanceOf(address(this));
        IERC3009(request.token)
            .receiveWithAuthorization(
                intent.sender,
                address(this),
                request.amounts[0],
                0,
                uint256(intent.expiry) + 1,
                digest,
                v,
                r,
                s
            );
        EscrowLib.checkReceived(
            request.token, request.amounts[0], held, IERC20(request.token).balanceOf(address(this))
        );
    }

    function _split(bytes calldata signature) private pure returns (bytes32 r, bytes32 s, uint8 v) {
        if (signature.length < SIGNATURE) revert IIntents.PermitMalformed();
        return (bytes32(signature[0:32]), bytes32(signature[32:64]), uint8(signature[64]));
    }

    /// @dev Copies nothing of the answer.
    function _try(address token, bytes memory data) private {
        assembly ("memory-safe") {
            pop(call(gas(), token, 0, add(data, 0x20), mload(data), 0, 0))
        }
    }
}
