// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ICredits} from "./ICredits.sol";

/// @title Divides whatever money comes to it
/// @notice Whoever is paid at this address shares it with the others on its list. Anyone may have it divided, at any time; any
/// ERC-20 token and the chain's coin alike. Nobody can hold it up: who cannot be paid is credited, and all others are paid.
/// Money in is money out, to the unit.
/// @dev A minimal clone with its list behind its code, so that nobody needs to know the list to have it divided. What each
/// got stands in the currency's own `Transfer` events from this address; in {Paid} for the chain's coin.
interface ISplit is ICredits {
    /// @notice A payee's part.
    /// @param weight 1 to 2^31 - 1: its part of the sum of all weights
    /// @param nested whether the payee is a split of this factory: then its payees are paid at once, as far as it is one
    struct Share {
        address payee;
        uint32 weight;
        bool nested;
    }

    /// @notice There is nothing to divide.
    error NothingToDistribute(address currency);

    /// @notice The list has 1 to 500 payees.
    error ShareCountInvalid(uint256 count);

    /// @notice Nobody can be paid at this address, or its part is nothing or too much.
    error ShareInvalid(address payee, uint32 weight);

    /// @notice Only the owner may change the list; a split without an owner never changes.
    error CallerNotOwner(address caller, address owner);

    /// @notice Only who was named as the next owner may become it.
    error CallerNotNextOwner(address caller, address nextOwner);

    /// @notice Money was divided.
    /// @param amount what was paid and credited in this call
    /// @param open whether the division goes on in another call
    event Distributed(address indexed currency, uint256 amount, bool open);

    /// @notice The chain's coin was paid to a payee.
    event Paid(address indexed payee, uint256 amount);

    /// @notice The list changed. What is divided from now on is divided by the new one.
    event SharesChanged(Share[] shares);

    /// @notice Another owner was named, who may accept.
    event OwnershipOffered(address indexed owner, address indexed nextOwner);

    /// @notice The owner changed; zero for a list that nobody can change any more.
    event OwnershipTransferred(address indexed before, address indexed owner);

    /// @notice Divides all that is here of a currency, through nested splits down to four levels.
    /// @dev Callable by anyone. Emits {Distributed}, and {Credited} for each payee who could not be paid. Reverts with
    /// {NothingToDistribute}, {GasTooLowToPay}, {PaymentInexact} or the currency's own reason to tell no balance.
    /// A division in parts that is under way is ended first, and nothing else is divided.
    /// @return amount what was paid and credited
    function distribute(address currency) external returns (uint256 amount);

    /// @notice Divides among the next payees only, so that no number of them needs more gas than a block has. The amount is
    /// that of the first call; what comes meanwhile waits. Nested splits are paid like everybody else.
    /// @dev Callable by anyone. Emits and reverts as {distribute}.
    /// @param most how many payees at the most
    function distributePart(address currency, uint256 most) external returns (uint256 amount);

    /// @notice Changes the list.
    /// @dev Callable by the owner. What is here is divided by the new list unless it is divided before; a division in parts
    /// ends by the list with which it began. Emits {SharesChanged}. Reverts with {CallerNotOwner}, {ShareCountInvalid} or {ShareInvalid}.
    function setShares(Share[] calldata shares) external;

    /// @notice Names the next owner, or nobody for ever.
    /// @dev Callable by the owner. Emits {OwnershipOffered}, or {OwnershipTransferred} for zero. Reverts with {CallerNotOwner}.
    function transferOwnership(address nextOwner) external;

    /// @notice Becomes the owner.
    /// @dev Callable by the next owner. Emits {OwnershipTransferred}. Reverts with {CallerNotNextOwner}.
    function acceptOwnership() external;

    /// @notice The payees and their parts.
    function shares() external view returns (Share[] memory);

    /// @notice Who may change the list; zero for nobody.
    function owner() external view returns (address);

    /// @notice Who may become the owner; zero for nobody.
    function nextOwner() external view returns (address);

    /// @notice Where the list is kept that replaced the first one; zero while that stands.
    function listAt() external view returns (address);

    /// @notice What would be divided now.
    function undistributed(address currency) external view returns (uint256);

    /// @notice A division in parts that is under way; zeros where none is.
    /// @param amount what it divides
    /// @param next the place in the list at which it goes on
    function openRound(address currency) external view returns (uint256 amount, uint256 next);
}
