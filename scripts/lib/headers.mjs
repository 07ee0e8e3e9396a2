/**
 * The security headers, in one place: the server, the dev server, the <meta> of index.html and the service worker all
 * take them from here.
 *
 * The policy is what enforces "no picture leaves the device": nothing may connect to, load from or be framed by any
 * other origin. `'wasm-unsafe-eval'` is for ONNX Runtime; there is no inline script or style anywhere.
 */

/** Directives that a <meta> element may carry too. */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "style-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Content-Security-Policy for <meta http-equiv>; `frame-ancestors` works in a header only. */
export const META_CSP = DIRECTIVES.join('; ');

export const CSP = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');

/** Sent with every response, worker scripts and errors included. */
export const SECURITY_HEADERS = Object.freeze({
  'Content-Security-Policy': CSP,
  // Isolation gives SharedArrayBuffer, without which WebAssembly has one thread.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'geolocation=(), microphone=(), usb=(), serial=(), payment=()',
});

/** The dev server injects styles as elements; nothing else is relaxed there. */
export const DEV_HEADERS = Object.freeze({
  ...SECURITY_HEADERS,
  'Content-Security-Policy': CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
});
