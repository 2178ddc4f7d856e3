import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { KEYS } from '../../web/shortcuts.js';

const SHOWN = { ' ': 'Space', ArrowLeft: '←', ArrowRight: '→' };

test('the dialog tells every key that the call screen listens to, and no other', async () => {
  const screen = await readFile(new URL('../../web/call/finished.js', import.meta.url), 'utf8');
  const [, does] = screen.match(/keys\(\{([^}]*)\}, signal\)/);
  const heard = [...does.matchAll(/(?:^|, )\s*(?:'([^']+)'|(\w+)):/gm)].map(([, quoted, plain]) => quoted ?? plain);

  assert.deepEqual(KEYS.Call.map(([key]) => key).toSorted(), heard.map(key => SHOWN[key] ?? key).toSorted());
});

for (const [name, keys] of Object.entries(KEYS)) {
  test(`no key of ${name} has two meanings, there or everywhere`, () => {
    const all = [...keys, ...(name === 'Everywhere' ? [] : KEYS.Everywhere)].map(([key]) => key);

    assert.equal(new Set(all).size, all.length, all.join(' '));
  });
}
