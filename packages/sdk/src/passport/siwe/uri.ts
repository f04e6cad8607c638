/** The grammar of RFC 3986, appendix A, as far as ERC-4361 rests on it. */
const PCT = "%[0-9A-Fa-f]{2}";
const UNRESERVED_SUB_DELIMS = "A-Za-z0-9\\-._~!$&'()*+,;=";
const PCHAR = `(?:[${UNRESERVED_SUB_DELIMS}:@]|${PCT})`;
const USERINFO = `(?:[${UNRESERVED_SUB_DELIMS}:]|${PCT})*`;
const REG_NAME = `(?:[${UNRESERVED_SUB_DELIMS}]|${PCT})*`;
const IP_LITERAL = `\\[(?:[0-9A-Fa-f:.]{2,45}|v[0-9A-Fa-f]+\\.[${UNRESERVED_SUB_DELIMS}:]+)\\]`;
const AUTHORITY = `(?:${USERINFO}@)?(?:${IP_LITERAL}|${REG_NAME})(?::[0-9]*)?`;
const SCHEME = "[A-Za-z][A-Za-z0-9+\\-.]*";
const PATH = `(?:/${PCHAR}*)*`;
const HIER_PART = `(?://${AUTHORITY}${PATH}|/(?:${PCHAR}+${PATH})?|${PCHAR}+${PATH})?`;
const QUERY = `(?:${PCHAR}|[/?])*`;

const URI_PATTERN = new RegExp(`^${SCHEME}:${HIER_PART}(?:\\?${QUERY})?(?:#${QUERY})?$`);
const AUTHORITY_PATTERN = new RegExp(`^${AUTHORITY}$`);
const SCHEME_PATTERN = new RegExp(`^${SCHEME}$`);
const PCHARS_PATTERN = new RegExp(`^${PCHAR}*$`);

/** Longer ones are refused before they are matched. */
const MAX_LENGTH = 2_048;

/** Whether a text is a URI (RFC 3986, section 3): absolute, with a scheme. */
export function isUri(text: string): boolean {
  return text.length <= MAX_LENGTH && URI_PATTERN.test(text);
}

/** Whether a text is an authority (RFC 3986, section 3.2) with a host in it: `example.com:8080`. */
export function isAuthority(text: string): boolean {
  return (
    text.length <= MAX_LENGTH && AUTHORITY_PATTERN.test(text) && !/^(?:.*@)?(?::\d*)?$/.test(text)
  );
}

/** Whether a text is a URI's scheme (RFC 3986, section 3.1): `https`. */
export function isScheme(text: string): boolean {
  return text.length <= 64 && SCHEME_PATTERN.test(text);
}

/** Whether a text holds only characters of a path segment (RFC 3986, section 3.3). */
export function isPathText(text: string): boolean {
  return text.length <= MAX_LENGTH && PCHARS_PATTERN.test(text);
}
