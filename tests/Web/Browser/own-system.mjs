// A whole system of its own, as ./run starts it, on its own ports and in its own folder.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const START_MILLISECONDS = 120_000;
const STOP_MILLISECONDS = 40_000;

/** @param speed see ./run --speed. @returns { address, submit(options), stop() } */
export async function startSystem(program, port, speed) {
  const data = await mkdtemp(join(tmpdir(), 'call-recording-own-'));
  const run = spawn('dotnet', [program, '--port', String(port), '--data', data, '--speed', String(speed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('SIGINT', () => run.kill('SIGINT'));
  const ended = once(run, 'exit');

  async function stop() {
    run.kill('SIGINT');
    const last = setTimeout(() => run.kill('SIGKILL'), STOP_MILLISECONDS);
    await ended;
    clearTimeout(last);
    await rm(data, { recursive: true, force: true });
  }

  async function submit(...options) {
    const { stdout } = await promisify(execFile)('dotnet', [program, 'submit', ...options, '--json', '--port', String(port)]);
    return JSON.parse(stdout);
  }

  try {
    await ready(run, ended);
    return { address: `http://127.0.0.1:${port}`, submit, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

async function ready(run, ended) {
  const limit = AbortSignal.timeout(START_MILLISECONDS);
  const lines = createInterface({ input: run.stdout, signal: limit });
  const saysSo = new Promise((resolve, reject) => {
    lines.on('line', line => {
      if (line === 'ready') {
        resolve();
      }
    });
    limit.addEventListener('abort', () => reject(new Error(`the system was not ready within ${START_MILLISECONDS} ms`)));
  });
  const tooEarly = ended.then(([code]) => { throw new Error(`the system ended with ${code}; what it said is above`); });
  await Promise.race([saysSo, tooEarly]);
}
