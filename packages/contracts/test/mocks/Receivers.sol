// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// @dev A contract that is asked whether it takes ERC-1155 tokens, and does its worst.
contract UnitsReceiver is IERC1155Receiver {
    enum Mode {
        Accept,
        Refuse,
        Revert,
        Burn,
        Bomb,
        AcceptWithAMegabyte,
        AnswerShortly,
        AnswerWithMore,
        Call,
        Fastidious
    }

    Mode public mode;
    uint256 public asked;
    uint256 public gasGiven;
    bytes32 public told;
    address private _target;
    bytes private _call;
    bool public succeeded;

    function behave(Mode mode_) external {
        mode = mode_;
    }

    function aim(address target, bytes calldata call_) external {
        (mode, _target, _call) = (Mode.Call, target, call_);
    }

    function onERC1155Received(address operator, address from, uint256 id, uint256 value, bytes calldata data)
        external
        returns (bytes4)
    {
        gasGiven = gasleft();
        told = keccak256(abi.encode(operator, from, id, value, data));
        return _answer(this.onERC1155Received.selector);
    }

    function onERC1155BatchReceived(
        address operator,
        address from,
        uint256[] calldata ids,
        uint256[] calldata values,
        bytes calldata data
    ) external returns (bytes4) {
        gasGiven = gasleft();
        told = keccak256(abi.encode(operator, from, ids, values, data));
        return _answer(this.onERC1155BatchReceived.selector);
    }

    function supportsInterface(bytes4) external pure returns (bool) {
        return true;
    }

    function _answer(bytes4 accepted) private returns (bytes4) {
        ++asked;
        if (mode == Mode.Refuse) return bytes4(0);
        if (mode == Mode.Revert) revert("no thanks");
        // Uses nearly all that it was promised, and refuses where it got less.
        if (mode == Mode.Fastidious) {
            require(gasGiven > 195_000, "too little gas");
            while (gasleft() > 20_000) {}
        }
        if (mode == Mode.Call) (succeeded,) = _target.call(_call);
        assembly {
            switch sload(mode.slot)
            case 3 { invalid() }
            case 4 { revert(0, 100000) }
            case 5 {
                mstore(0, accepted)
                return(0, 100000)
            }
            case 6 {
                mstore(0, accepted)
                return(0, 4)
            }
            case 7 {
                mstore(0, or(accepted, 1))
                return(0, 32)
            }
        }
        return accepted;
    }
}
