import assert from 'node:assert/strict';
import { test } from 'node:test';
import { challengeOf, randomText } from '../../../web/sign-in/pkce.js';

test('the challenge is the one of RFC 7636, appendix B', async () => {
  const challenge = await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', crypto);

  assert.equal(challenge, 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

test('random text is 256 bits, in letters that a verifier may have', () => {
  const texts = Array.from({ length: 200 }, () => randomText(crypto));

  for (const text of texts) {
    assert.match(text, /^[A-Za-z0-9_-]{43}$/);
  }
  assert.equal(new Set(texts).size, texts.length);
});
