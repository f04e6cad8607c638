import type { ReactNode } from "react";

const Icon = ({ children }: { children: ReactNode }) => (
  <svg
    aria-hidden="true"
    width="22"
    height="22"
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

/** A bundle: what is one's own. */
export const BagIcon = () => (
  <Icon>
    <path d="M5 9h14l-1 10.5a1.5 1.5 0 0 1-1.5 1.4h-9A1.5 1.5 0 0 1 6 19.5z" />
    <path d="M8.5 9V7.5a3.5 3.5 0 0 1 7 0V9" />
  </Icon>
);

/** Sliders: settings. */
export const GearIcon = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2.2" />
    <circle cx="9" cy="17" r="2.2" />
  </Icon>
);

/** A question: help. */
export const HelpIcon = () => (
  <Icon>
    <path d="M9 9.2a3 3 0 1 1 4.4 2.6c-.9.5-1.4 1-1.4 2.2M12 17.5v.1" />
    <circle cx="12" cy="12" r="9" />
  </Icon>
);

/** A bubble: chat. */
export const ChatIcon = () => (
  <Icon>
    <path d="M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-4.5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5z" />
  </Icon>
);

/** A signpost: walk to. */
export const SignIcon = () => (
  <Icon>
    <path d="M12 3v18M5 5h11l3 2.5L16 10H5zM19 12H9l-3 2.3L9 16.6h10z" />
  </Icon>
);
