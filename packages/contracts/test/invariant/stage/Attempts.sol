// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1155Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {ICouncil} from "../../../src/interfaces/ICouncil.sol";
import {ICustody} from "../../../src/interfaces/ICustody.sol";
import {ILanes} from "../../../src/interfaces/ILanes.sol";
import {IOutbox} from "../../../src/interfaces/IOutbox.sol";
import {RevertingMoney} from "../../mocks/HostileErc20.sol";
import {Ledger} from "./Ledger.sol";

/// @title Calls that may be refused, for reasons that are named beforehand
/// @notice A refusal for any other reason fails the run.
abstract contract Attempts is Ledger {
    /// @dev What a lane may be in, for a while or for good.
    function lanesReasons() internal pure returns (bytes memory) {
        return abi.encodePacked(
            ILanes.LaneIsPaused.selector, ILanes.LaneIsHalted.selector, ILanes.LaneIsClosed.selector
        );
    }

    /// @dev What keeps assets from leaving their home, or from passing through it.
    function entryReasons() internal pure returns (bytes memory) {
        return abi.encodePacked(
            lanesReasons(),
            ILanes.LaneIsRetired.selector,
            IOutbox.QuotaSpent.selector,
            IOutbox.PolicyRefused.selector,
            IOutbox.AmountOverLimit.selector,
            IOutbox.TokenNotListed.selector,
            RevertingMoney.Frozen.selector
        );
    }

    /// @dev What parks a message. A token that is not known here yet waits for its Collection message.
    function arrivalReasons() internal pure virtual returns (bytes memory) {
        return abi.encodePacked(
            entryReasons(),
            ICustody.LimitReached.selector,
            ICustody.CollectionQuarantined.selector,
            ICustody.CollectionUnknown.selector,
            receiversReasons()
        );
    }

    /// @dev What a receiver's mood comes to: the token's own name for it, the receiver's words, or a mass of zeros.
    function receiversReasons() internal pure returns (bytes memory) {
        return abi.encodePacked(
            IERC1155Errors.ERC1155InvalidReceiver.selector, bytes4(keccak256("Error(string)")), bytes4(0)
        );
    }

    function councilReasons() internal pure returns (bytes memory) {
        return abi.encodePacked(
            lanesReasons(),
            ICouncil.RotationPending.selector,
            ICouncil.PauseBudgetSpent.selector,
            ICouncil.NoticeNotOver.selector
        );
    }

    /// @dev Calls, files what the call did, and tells whether it was done.
    function attempt(address who, address target, uint256 value, bytes memory data, bytes memory reasons)
        internal
        returns (bool done)
    {
        if (value != 0) vm.deal(who, value);
        vm.prank(who);
        bytes memory answer;
        (done, answer) = target.call{value: value}(data);
        if (!done) {
            bytes4 reason = bytes4(answer);
            if (!_among(reason, reasons)) revert(string.concat("refused for ", vm.toString(answer)));
            vm.getRecordedLogs();
        } else {
            file();
        }
    }

    /// @dev Calls what must be refused, for one of the reasons.
    function expectRefused(address who, address target, bytes memory data, bytes memory reasons) internal {
        vm.prank(who);
        (bool done, bytes memory answer) = target.call(data);
        assertFalse(done, "must be refused");
        if (!_among(bytes4(answer), reasons)) revert(string.concat("refused for ", vm.toString(answer)));
        vm.getRecordedLogs();
    }

    function _among(bytes4 reason, bytes memory reasons) private pure returns (bool) {
        for (uint256 i; i < reasons.length; i += 4) {
            bytes4 known;
            assembly ("memory-safe") {
                known := mload(add(add(reasons, 0x20), i))
            }
            if (reason == known) return true;
        }
        return false;
    }
}
