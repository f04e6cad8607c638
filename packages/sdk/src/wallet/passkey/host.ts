/**
 * What passkeys need of a browser, and nothing else: given in, so that it can be another one. The objects
 * are those of WebAuthn (level 3).
 */
export interface PasskeyHost {
  /** Whether the page came over https, or from this machine. */
  readonly isSecureContext: boolean;
  /** The page's host name without the port. */
  readonly hostname: string;
  /** `navigator.credentials`, where there is WebAuthn. */
  readonly credentials: PasskeyCredentials | undefined;
  /** What the browser says it can; undefined where it does not say. */
  clientCapabilities(): Promise<Readonly<Record<string, boolean>> | undefined>;
  /** Whether the device itself keeps passkeys and can tell that the person is there. */
  hasPlatformAuthenticator(): Promise<boolean>;
}

/** The part of a page's `navigator.credentials` that passkeys need. */
export interface PasskeyCredentials {
  create(options: object): Promise<unknown>;
  get(options: object): Promise<unknown>;
}

/** The part of a page's `window` that passkeys need. */
export interface PasskeyPage {
  readonly isSecureContext: boolean;
  readonly location: { readonly hostname: string };
  readonly navigator: { readonly credentials?: PasskeyCredentials };
  readonly PublicKeyCredential?: {
    getClientCapabilities?(): Promise<object>;
    isUserVerifyingPlatformAuthenticatorAvailable?(): Promise<boolean>;
  };
}

/** The browser that a page runs in: `passkeyHost(window)`. */
export function passkeyHost(page: PasskeyPage): PasskeyHost {
  const webAuthn = page.PublicKeyCredential;
  return {
    isSecureContext: page.isSecureContext,
    hostname: page.location.hostname,
    credentials: webAuthn === undefined ? undefined : page.navigator.credentials,
    async clientCapabilities() {
      return (await webAuthn?.getClientCapabilities?.()) as Record<string, boolean> | undefined;
    },
    async hasPlatformAuthenticator() {
      return (await webAuthn?.isUserVerifyingPlatformAuthenticatorAvailable?.()) ?? false;
    },
  };
}
