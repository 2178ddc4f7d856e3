// The audio of a call. Its presigned address lasts five minutes; after that playback continues with a new one.
import { emitter } from '../emitter.js';

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const SPEED_KEY = 'call-speed';

// length() returns the duration as far as it is known without the audio.
export function playbackOf({ ask, hash, at, length, signal, storage = globalThis.localStorage }) {
  const audio = new Audio();
  audio.preload = 'metadata';
  const changes = { time: emitter(), state: emitter(), seek: emitter() };
  let wanted = 0;
  let isReady = false;
  let isRenewed = false;
  let playsWhenReady = false;
  let fault;

  async function load() {
    try {
      const query = new URLSearchParams({ as: 'json', epchdatetimestamp: at });
      const { url } = await ask(`/analytics/${hash}/audio?${query}`, { signal });
      isReady = false;
      audio.src = url;
    } catch (problem) {
      if (problem.name === 'AbortError') {
        return;
      }
      fail(problem.status === 404 ? 'The audio of this call no longer exists.' : `The audio could not be loaded: ${problem.message}`);
    }
  }

  function fail(why) {
    fault = why;
    playsWhenReady = false;
    changes.state.emit();
  }

  // Each failure gets one new address. A second failure before any playback means that the audio itself is bad.
  audio.addEventListener('error', () => {
    if (signal.aborted) {
      return;
    }
    if (isReady) {
      wanted = audio.currentTime;
      playsWhenReady = !audio.paused;
    }
    isReady = false;
    if (isRenewed) {
      return fail('The audio of this call cannot be played.');
    }
    isRenewed = true;
    load();
  });
  audio.addEventListener('loadedmetadata', () => {
    isReady = true;
    fault = undefined;
    audio.playbackRate = speed();
    if (wanted > 0) {
      audio.currentTime = wanted;
    }
    if (playsWhenReady) {
      start();
    }
    playsWhenReady = false;
    changes.state.emit();
    changes.time.emit();
  });
  audio.addEventListener('playing', () => {
    isRenewed = false;
    frame();
  });
  for (const kind of ['play', 'pause', 'ended', 'ratechange', 'volumechange', 'durationchange', 'waiting', 'playing']) {
    audio.addEventListener(kind, () => changes.state.emit());
  }
  for (const kind of ['seeked', 'timeupdate']) {
    audio.addEventListener(kind, () => changes.time.emit());
  }
  signal.addEventListener('abort', () => {
    audio.pause();
    audio.removeAttribute('src');
    audio.load();
  });

  let framed;
  function frame() {
    cancelAnimationFrame(framed);
    if (audio.paused || signal.aborted) {
      return;
    }
    changes.time.emit();
    framed = requestAnimationFrame(frame);
  }

  function start() {
    audio.play().catch(problem => {
      if (problem.name !== 'AbortError' && !signal.aborted) {
        changes.state.emit();
      }
    });
  }

  function speed() {
    const kept = Number(read(storage));
    return SPEEDS.includes(kept) ? kept : 1;
  }

  const playback = {
    audio,
    load,
    get time() { return isReady ? audio.currentTime : wanted; },
    get duration() { return Number.isFinite(audio.duration) ? audio.duration : length(); },
    get playing() { return !audio.paused || playsWhenReady; },
    get fault() { return fault; },
    get speed() { return speed(); },
    on: (kind, listener) => changes[kind].on(listener),
    seek(seconds, { play = false } = {}) {
      wanted = Math.min(Math.max(seconds, 0), playback.duration || seconds);
      if (isReady) {
        audio.currentTime = wanted;
      }
      if (play) {
        playback.play();
      }
      changes.seek.emit(wanted);
      changes.time.emit();
    },
    play() {
      if (fault) {
        return;
      }
      if (isReady) {
        start();
      } else {
        playsWhenReady = true;
      }
    },
    toggle() {
      if (!playback.playing) {
        return playback.play();
      }
      playsWhenReady = false;
      audio.pause();
    },
    set speed(value) {
      try {
        storage.setItem(SPEED_KEY, value);
      } catch {
        // The speed then lasts for this call.
      }
      audio.playbackRate = value;
      changes.state.emit();
    },
    faster(steps) {
      const index = SPEEDS.indexOf(playback.speed) + steps;
      playback.speed = SPEEDS[Math.min(Math.max(index, 0), SPEEDS.length - 1)];
    },
  };
  return playback;
}

function read(storage) {
  try {
    return storage.getItem(SPEED_KEY) ?? 1;
  } catch {
    return 1;
  }
}
