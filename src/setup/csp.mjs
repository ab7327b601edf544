/**
 * Only the page's own origin. `blob:` is what the page itself has made: own layers come to the map's
 * worker so. Workers need the header: they do not inherit a meta element's policy.
 */
const policy = (connect, pictures) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' blob:${connect}`,
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: blob:${pictures}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

export const CONTENT_SECURITY_POLICY = policy('', '');

/**
 * For remote.html, which asks other hosts after a person has agreed: https anywhere, and a tile server
 * on this machine. Scripts stay our own.
 */
const OTHER_HOSTS = ' https: http://localhost:* http://127.0.0.1:*';
export const REMOTE_POLICY = policy(OTHER_HOSTS, OTHER_HOSTS);

/** The policy that a path of the page is served with. A worker has that of its own script. */
export const policyOf = (url) =>
  /(^|\/)remote\.html($|\?)|\?remote$/.test(url) ? REMOTE_POLICY : CONTENT_SECURITY_POLICY;

/**
 * For the file that takes a story along: its one script and its one style by their hashes, and
 * nothing from anywhere. Workers, fonts and data are in the file, as data: addresses; a worker from
 * such an address has the policy of the page.
 */
export const takenPolicy = (script, style) =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    'worker-src data:',
    'connect-src data: blob:',
    `style-src ${style}`,
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
