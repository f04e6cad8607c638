// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @dev A collection that says about royalties what it is told to, and may keep its tokens where they are.
contract OddCollection is ERC721 {
    enum Mode {
        Honest,
        Revert,
        Short,
        Burn,
        Long
    }

    Mode public mode;
    address public receiver;
    uint256 public basisPoints;
    bool public isStuck;

    constructor() ERC721("Odd", "ODD") {}

    function mint(address to, uint256 id) external {
        _mint(to, id);
    }

    function behave(Mode mode_) external {
        mode = mode_;
    }

    function setRoyalty(address receiver_, uint256 basisPoints_) external {
        (receiver, basisPoints) = (receiver_, basisPoints_);
    }

    function setStuck(bool on) external {
        isStuck = on;
    }

    function transferFrom(address from, address to, uint256 id) public override {
        if (!isStuck) super.transferFrom(from, to, id);
    }

    function royaltyInfo(uint256, uint256 price) external view returns (address, uint256) {
        if (mode == Mode.Revert) revert("none");
        if (mode == Mode.Burn) {
            assembly {
                invalid()
            }
        }
        if (mode == Mode.Short) {
            assembly {
                return(0, 63)
            }
        }
        if (mode == Mode.Long) {
            assembly {
                return(0, 1000000)
            }
        }
        return (receiver, price * basisPoints / 10_000);
    }
}
