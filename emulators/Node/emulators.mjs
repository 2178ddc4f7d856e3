// SNS, SQS and S3 (fauxqs) and DynamoDB (dynalite) in one process, on the loopback interface only.
//   node emulators.mjs [--aws PORT] [--dynamodb PORT] [--data DIRECTORY] [--die-with-stdin]
// A port of 0 is a free one. Says which on standard output, in one line of JSON, as soon as it serves.
import { mkdirSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { protect } from './cross-origin-protection.mjs';
import { checkLevelDb, noteLength } from './level-check.mjs';
import { useObjectFiles } from './object-files.mjs';
import { DamagedFile } from './object-layout.mjs';

const loopback = '127.0.0.1';
const stopLimitMs = 2000;

const { values: options } = parseArgs({
  options: {
    aws: { type: 'string', default: '4566' },
    dynamodb: { type: 'string', default: '8000' },
    data: { type: 'string' },
    'die-with-stdin': { type: 'boolean', default: false },
  },
});

function fail(message) {
  process.stderr.write(`emulators: ${message}\n`);
  process.exit(1);
}

function explain(error, port) {
  if (error instanceof DamagedFile) return error.message;
  if (error.code === 'EADDRINUSE') return `port ${port} on ${loopback} is already in use; stop what uses it or choose another`;
  const cause = error.cause?.code === 'LEVEL_LOCKED' ? 'another process uses it' : error.cause?.message;
  return cause ? `${error.message} (${cause})` : error.message;
}

function portOf(name) {
  const port = Number(options[name]);
  return Number.isInteger(port) && port >= 0 && port <= 65535
    ? port
    : fail(`--${name} is '${options[name]}', expected a port from 0 to 65535`);
}

function directoryFor(name) {
  if (!options.data) return undefined;
  const directory = resolve(join(options.data, name));
  mkdirSync(directory, { recursive: true });
  return directory;
}

// fauxqs listens on 0.0.0.0 and has no setting for it, nor one for which origins may call it. What it stores must not
// be served to the network.
function bindLoopbackOnly() {
  const { listen } = net.Server.prototype;
  net.Server.prototype.listen = function onLoopback(first, ...rest) {
    if (typeof first !== 'object' || first === null || !('port' in first)) return listen.call(this, first, ...rest);
    if (this instanceof http.Server) protect(this, { virtualHosts: true });
    return listen.call(this, { ...first, host: loopback }, ...rest);
  };
}

async function startDynamoDb(port) {
  const { default: dynalite } = await import('dynalite');
  const path = directoryFor('dynamodb');
  if (path) checkLevelDb(path, `${path}.length`);
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  if (path) noteBeforeAnswers(server, noteLength(path, `${path}.length`));
  protect(server);
  await new Promise((started, failed) => server.once('error', failed).listen(port, loopback, started));
  return server;
}

function noteBeforeAnswers(server, note) {
  server.prependListener('request', (request, response) => {
    const { end } = response;
    response.end = function noted(...rest) {
      if (/\.(Put|Update|Delete|Create|BatchWrite)/.test(request.headers['x-amz-target'])) note();
      return end.apply(this, rest);
    };
  });
}

async function startAws(port) {
  useObjectFiles();
  const { startFauxqs } = await import('fauxqs');
  return startFauxqs({ port, logger: false, dataDir: directoryFor('messages'), s3StorageDir: directoryFor('s3') });
}

process.umask(0o077);
const awsPort = portOf('aws');
const dynamoDbPort = portOf('dynamodb');
bindLoopbackOnly();
const dynamoDb = await startDynamoDb(dynamoDbPort).catch((error) => fail(explain(error, dynamoDbPort)));
const aws = await startAws(awsPort).catch((error) => fail(explain(error, awsPort)));

// dynalite throws what it cannot write, and LevelDB takes nothing more until it is opened again.
process.on('uncaughtException', (error) => {
  const text = [error.message, error.cause?.message, error.cause?.cause?.message].join(' ');
  if (/ENOSPC|no space left|disk is full/i.test(text))
    fail(`no space is left for ${resolve(options.data ?? '.')}: free some and start again; what was acknowledged is kept`);
  fail(error.stack ?? text);
});

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), stopLimitMs).unref();
  await aws.stop().catch(() => {});
  dynamoDb.close(() => process.exit(0));
}

process.on('SIGTERM', stop);
if (options['die-with-stdin']) {
  // The parent holds our standard input; it closes when the parent stops us, and also when the parent is killed.
  process.stdin.resume().on('end', stop).on('error', stop);
  // Ctrl+C reaches the whole terminal: the parent stops first, and still needs us for that.
  process.on('SIGINT', () => {});
} else {
  process.on('SIGINT', stop);
}

console.log(JSON.stringify({ ready: true, aws: aws.port, dynamodb: dynamoDb.address().port, pid: process.pid }));
