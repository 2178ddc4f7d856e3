// Tests of what is on the screen: one Chromium for a file, a fresh context and page for each test.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './chromium.mjs';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const TEST_MILLISECONDS = 90_000;
const WAIT_MILLISECONDS = 15_000;
const MAX_SCREEN_CHARACTERS = 4_000;

// The executions page has no icon of its own.
const ABSENT = ['/favicon.ico'];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/**
 * A test that gets { page, context, complaints, t }. It fails also for what the page complains of in the console: an error
 * that is not caught, a violation of the content security policy, an unexpected answer. A test that provokes one
 * takes it out of the list of complaints.
 * @param options viewport, colorScheme and whatever else Playwright's newContext takes.
 */
export function screenTest(name, options, body) {
  test(name, { timeout: TEST_MILLISECONDS }, async t => {
    const context = await browser.newContext({
      baseURL: process.env.BASE_URL, viewport: DESKTOP, reducedMotion: 'reduce', ...options,
    });
    try {
      context.setDefaultTimeout(WAIT_MILLISECONDS);
      const page = await context.newPage();
      const complaints = listen(page);
      await body({ page, context, complaints, t }).catch(async problem => { throw await explained(problem, page); });
      assert.deepEqual(complaints, [], 'the page complained in the console');
    } finally {
      await context.close();
    }
  });
}

/** Asks again until the answer is true; Playwright's own waiting is the clock. */
export async function until(page, what, probe, limit = WAIT_MILLISECONDS) {
  for (let passed = 0, pause = 50; passed < limit; passed += pause) {
    if (await probe()) {
      return;
    }
    await page.waitForTimeout(pause);
  }
  assert.fail(`${what}: not within ${limit} ms`);
}

/** Nothing on the page is wider than the window. */
export async function assertNoSidewaysScroll(page) {
  const [content, window] = await page.evaluate(() =>
    [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= window, `the page is ${content} px wide, expected at most the window's ${window}`);
}

function listen(page) {
  const complaints = [];
  page.on('pageerror', problem => complaints.push(`uncaught: ${problem.message}`));
  page.on('console', message => {
    if (message.type() !== 'error') {
      return;
    }
    const { url } = message.location();
    if (!ABSENT.some(file => message.text().includes(file) || url.endsWith(file))) {
      complaints.push(`${message.text()} (${url})`);
    }
  });
  return complaints;
}

async function explained(problem, page) {
  const screen = await page.locator('body').ariaSnapshot({ timeout: 2_000 }).catch(() => 'nothing that can be read');
  const error = problem instanceof Error ? problem : new Error(String(problem));
  error.message += `\n\n${page.url()} showed\n${screen.slice(0, MAX_SCREEN_CHARACTERS)}`;
  error.stack = undefined;
  return error;
}
