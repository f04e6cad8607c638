// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IGateway} from "./interfaces/IGateway.sol";
import {IOutbox} from "./interfaces/IOutbox.sol";
import {IRoyaltyRouter} from "./interfaces/IRoyaltyRouter.sol";
import {IZoneFactory} from "./interfaces/IZoneFactory.sol";
import {CloneLib} from "./libraries/CloneLib.sol";

/// @title Sends royalties home
contract RoyaltyRouter is IRoyaltyRouter {
    using SafeERC20 for IERC20;

    // --------------------------------------------------------------------------------------------------- IMMUTABLES

    IGateway private immutable GATEWAY;

    // -------------------------------------------------------------------------------------------------- CONSTRUCTOR

    constructor() {
        address[] memory parts = IZoneFactory(msg.sender).parameters().parts;
        GATEWAY = IGateway(parts[uint256(IZoneFactory.Part.Gateway)]);
    }

    // ----------------------------------------------------------------------------------------------------- BY ANYONE

    /// @inheritdoc IRoyaltyRouter
    function forward(address token) external payable returns (bytes32 messageId) {
        uint256 amount = IERC20(token).balanceOf(address(this));
        if (amount == 0) revert NothingToForward(token);
        IOutbox.SendRequest memory request;
        (request.destinationChainId,, request.recipient) = CloneLib.readRoyaltyRouter(address(this));
        request.token = token;
        request.amounts = new uint256[](1);
        request.amounts[0] = amount;
        // What cannot be delivered comes back here, and can be forwarded again.
        request.refundAccount = address(this);
        // No more than is sent, and nothing afterwards: a representation is burned without asking for it.
        IERC20(token).forceApprove(address(GATEWAY), amount);
        messageId = GATEWAY.send{value: msg.value}(request);
        IERC20(token).forceApprove(address(GATEWAY), 0);
        emit RoyaltiesForwarded(token, amount, messageId);
    }

    // -------------------------------------------------------------------------------------------------------- VIEWS

    /// @inheritdoc IRoyaltyRouter
    function beneficiary() external view returns (uint64 homeChainId, address homeToken, address receiver) {
        return CloneLib.readRoyaltyRouter(address(this));
    }
}
