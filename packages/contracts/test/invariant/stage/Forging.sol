// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {STANDARD_ERC1155, STANDARD_ERC20} from "../../../src/types/Protocol.sol";
import {Attempts} from "./Attempts.sol";

/// @title Messages as their origin would have written them, if it had
abstract contract Forging is Attempts {
    /// @dev A Transfer as its origin would have written it.
    function forged(uint256 from, uint256 to, uint256 asset, uint128 amount, address recipient)
        internal
        view
        returns (bytes memory)
    {
        Asset memory what = assets[asset];
        bytes memory body = _body(what, amount);
        return bytes.concat(
            abi.encodePacked(
                hex"0101", what.standard, uint8(1), uint40(clock + 7 days), sides[what.home].id, what.token
            ),
            abi.encodePacked(sides[from].id, recipient, address(0), sides[to].id, recipient, uint8(0)),
            body
        );
    }

    function asForward(bytes memory transfer, uint64 onward) internal pure returns (bytes memory) {
        transfer[1] = 0x02;
        bytes8 chain = bytes8(onward);
        for (uint256 i; i < 8; ++i) {
            transfer[85 + i] = chain[i];
        }
        return transfer;
    }

    function asReturn(uint256 asset, uint128 amount, uint64 refund, address account)
        internal
        view
        returns (bytes memory)
    {
        Asset memory what = assets[asset];
        bytes memory body = _body(what, amount);
        return bytes.concat(
            abi.encodePacked(hex"0103", what.standard, hex"0101", sides[what.home].id, what.token),
            abi.encodePacked(refund, account, keccak256(abi.encode(asset, amount, account)), body)
        );
    }

    function _body(Asset memory what, uint128 amount) private pure returns (bytes memory) {
        if (what.standard == STANDARD_ERC20) return abi.encodePacked(amount);
        if (what.standard == STANDARD_ERC1155) return abi.encodePacked(what.id, amount, uint8(0));
        return abi.encodePacked(what.id, uint8(0));
    }
}
