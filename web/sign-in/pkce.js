// RFC 7636: a secret for one sign-in, and the digest that commits to it beforehand.
const RANDOM_BYTES = 32;

export function randomText(crypto) {
  return base64Url(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

export async function challengeOf(verifier, crypto) {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
