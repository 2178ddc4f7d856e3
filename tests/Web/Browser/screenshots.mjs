// node screenshots.mjs PROGRAM PORT DIR: a PNG of every screen, wide and narrow, light and dark.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { startSystem } from './own-system.mjs';

const [program, port, to] = process.argv.slice(2);
const sample = file => fileURLToPath(new URL(`../../../local/Samples/disputed-bill/${file}`, import.meta.url));

const SAMPLES = 5;
const SPEED = 600;
const SETTLED_MILLISECONDS = 60_000;
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Asks again until the answer is there. */
async function until(what, probe) {
  const end = performance.now() + SETTLED_MILLISECONDS;
  while (performance.now() < end) {
    const answer = await probe();
    if (answer) {
      return answer;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error(`${what}: not within ${SETTLED_MILLISECONDS} ms`);
}

async function fill(system) {
  const items = async () => (await (await fetch(`${system.address}/analytics?limit=100`)).json()).items;
  const withStatus = async status => (await items()).filter(item => item.bedrock_status === status);

  await until('the sample calls', async () => (await withStatus('SUCCESS')).length >= SAMPLES);
  const failed = await system.submit(sample('audio.mp3'), '--call-id', 'sample-unreadable', '--fault', 'client-error',
    '--result', sample('standard_output.json'), '--timestamp', '2026-03-03T11:20:00Z');
  await until('the failed call', async () => (await withStatus('FAILED')).length > 0);
  await system.submit(sample('audio.mp3'), '--call-id', 'sample-at-work', '--fault', 'hang',
    '--result', sample('standard_output.json'), '--timestamp', '2026-03-03T11:25:00Z');
  await until('the call in progress', async () => (await withStatus('IN_PROGRESS')).length > 0);

  const [one] = (await items()).filter(item => item.call_id === 'sample-disputed-bill');
  const arn = encodeURIComponent(failed.executionArn);
  return {
    list: '/',
    search: '/#?text=meter',
    call: `/#call/${one.hash}`,
    'failed-call': `/#call/${failed.hash}`,
    overview: '/#overview?from=2026-02-10&to=2026-03-11',
    upload: '/#upload',
    executions: '/executions',
    execution: `/executions#${arn}`,
  };
}

async function take(browser, system, screens) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ baseURL: system.address, viewport, colorScheme, reducedMotion: 'reduce' });
      for (const [screen, address] of Object.entries(screens)) {
        const page = await context.newPage();
        await page.goto(address, { waitUntil: 'networkidle' });
        const path = join(to, `${screen}-${size}-${colorScheme}.png`);
        await page.screenshot({ path });
        console.log(path);
        await page.close();
      }
      await context.close();
    }
  }
}

const system = await startSystem(program, Number(port), SPEED);
try {
  const screens = await fill(system);
  const browser = await launch();
  try {
    await take(browser, system, screens);
  } finally {
    await browser.close();
  }
} finally {
  await system.stop();
}
