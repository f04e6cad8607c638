import { Component, type ReactNode } from "react";

interface FailureBoundaryProps {
  /** Shown instead when drawing fails. */
  instead: ReactNode;
  children: ReactNode;
}

/** Keeps a failure of one part of the page from taking the rest along. */
export class FailureBoundary extends Component<FailureBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
