/** Small pictures of the page, drawn with the colour of the text around them. */
import type { ReactNode } from "react";

interface IconProps {
  size?: number;
}

const Icon = ({ size, children }: { size: number; children: ReactNode }) => (
  <svg
    aria-hidden="true"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.7"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {children}
  </svg>
);

/** A tick in a scallop: verified. */
export const VerifiedIcon = ({ size = 18 }: IconProps) => (
  <Icon size={size}>
    <path d="M12 3l2.4 1.6 2.9-.2 1 2.7 2.3 1.7-.8 2.8.8 2.8-2.3 1.7-1 2.7-2.9-.2L12 20.2l-2.4-1.6-2.9.2-1-2.7-2.3-1.7.8-2.8-.8-2.8 2.3-1.7 1-2.7 2.9.2z" />
    <path d="M8.6 11.8l2.4 2.4 4.4-4.8" />
  </Icon>
);

/** Two sheets: copy. */
export const CopyIcon = ({ size = 16 }: IconProps) => (
  <Icon size={size}>
    <rect x="9" y="9" width="11" height="11" rx="2.5" />
    <path d="M5.5 15H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v.5" />
  </Icon>
);

/** A tick. */
export const TickIcon = ({ size = 16 }: IconProps) => (
  <Icon size={size}>
    <path d="M5 12.5l4.5 4.5L19 7" />
  </Icon>
);

/** A cross: close. */
export const CloseIcon = ({ size = 20 }: IconProps) => (
  <Icon size={size}>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);

/** From here to there. */
export const ArrowIcon = ({ size = 14 }: IconProps) => (
  <Icon size={size}>
    <path d="M4 12h15M13.5 6.5L19 12l-5.5 5.5" />
  </Icon>
);

/** A lens: search. */
export const SearchIcon = ({ size = 16 }: IconProps) => (
  <Icon size={size}>
    <circle cx="11" cy="11" r="6.5" />
    <path d="M16 16l4 4" />
  </Icon>
);

/** Something is wrong. */
export const WarningIcon = ({ size = 18 }: IconProps) => (
  <Icon size={size}>
    <path d="M12 4l9 16H3z" />
    <path d="M12 10v4.5M12 17.4v.1" />
  </Icon>
);
