// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

/// @dev A contract that signs everything, unless whoever asks has rights, and tries to do something while it is asked.
contract WaryWallet {
    uint256 public changed;
    address private _target;
    bytes private _call;

    function aim(address target, bytes calldata call_) external {
        (_target, _call) = (target, call_);
    }

    function approve(address token, address spender) external {
        IERC721(token).setApprovalForAll(spender, true);
    }

    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        if (msg.sender == _target) return 0xffffffff;
        // Within a static call both fail. A bounded amount of gas each, so that there is some left to answer with.
        (bool ok,) = _target.call{gas: 60_000}(_call);
        if (ok) ++changed;
        (ok,) = address(this).call{gas: 30_000}(abi.encodeCall(this.change, ()));
        return this.isValidSignature.selector;
    }

    function change() external {
        ++changed;
    }
}
