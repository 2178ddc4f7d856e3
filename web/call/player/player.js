// The player's controls, with a place for the timeline above them.
import { button, element } from '../../element.js';
import { clock } from '../../times.js';
import { SPEEDS } from './playback.js';

export const STEP_SECONDS = 5;

export function player({ playback, follow, segments }) {
  const strip = element('div', { class: 'strip-place' });
  const play = button('', playback.toggle, { class: 'button primary play' });
  const back = button('−5 s', () => playback.seek(playback.time - STEP_SECONDS),
    { class: 'button quiet', title: 'Back 5 seconds (←)' });
  const on = button('+5 s', () => playback.seek(playback.time + STEP_SECONDS),
    { class: 'button quiet', title: 'Forward 5 seconds (→)' });
  const time = element('span', { class: 'player-time' });
  const length = element('span', { class: 'player-time soft' });
  const place = element('input', { type: 'range', min: 0, step: 'any', value: 0, class: 'seek', 'aria-label': 'Seek' });
  place.addEventListener('input', () => playback.seek(Number(place.value)));
  place.addEventListener('keydown', event => {
    const step = { ArrowLeft: -STEP_SECONDS, ArrowDown: -STEP_SECONDS, ArrowRight: STEP_SECONDS, ArrowUp: STEP_SECONDS }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    playback.seek(playback.time + step);
  });
  const speed = element('select', { class: 'field speed', 'aria-label': 'Speed' },
    ...SPEEDS.map(value => element('option', { value }, `${value}×`)));
  speed.addEventListener('change', () => { playback.speed = Number(speed.value); });
  const mute = button('', () => { playback.audio.muted = !playback.audio.muted; }, { class: 'button quiet mute' });
  const volume = element('input', { type: 'range', min: 0, max: 1, step: 0.05, class: 'volume', 'aria-label': 'Volume' });
  volume.addEventListener('input', () => {
    playback.audio.volume = Number(volume.value);
    playback.audio.muted = false;
  });
  const following = button('Follow', () => follow.set(!follow.isOn), { class: 'button quiet follow-toggle' });
  const fault = element('p', { class: 'player-fault', role: 'status' });

  function state() {
    const { audio, playing } = playback;
    play.classList.toggle('playing', playing);
    play.setAttribute('aria-label', playing ? 'Pause' : 'Play');
    play.title = playing ? 'Pause (space)' : 'Play (space)';
    speed.value = playback.speed;
    const silent = audio.muted || audio.volume === 0;
    mute.classList.toggle('muted', silent);
    mute.setAttribute('aria-label', silent ? 'Unmute' : 'Mute');
    volume.value = silent ? 0 : audio.volume;
    for (const control of [play, back, on, speed, mute, volume]) {
      control.disabled = playback.fault !== undefined;
    }
    if (fault.textContent !== (playback.fault ?? '')) {
      fault.textContent = playback.fault ?? '';
    }
    fault.hidden = playback.fault === undefined;
    place.max = playback.duration || 1;
    length.textContent = clock(playback.duration);
    moved();
  }

  function moved() {
    const at = playback.time;
    const text = clock(at);
    place.value = at;
    place.style.setProperty('--done', `${Math.min(at / (playback.duration || 1), 1) * 100}%`);
    if (time.textContent === text) {
      return;
    }
    time.textContent = text;
    place.setAttribute('aria-valuetext', text);
  }

  const followed = () => {
    following.setAttribute('aria-pressed', String(follow.isOn));
    following.title = follow.isOn ? 'The transcript moves with the audio (f)' : 'Move the transcript with the audio (f)';
  };
  playback.on('state', state);
  playback.on('time', moved);
  segments.on(state);
  follow.on(followed);
  followed();
  state();
  return {
    strip,
    element: element('section', { class: 'player', 'aria-label': 'Player' }, strip,
      element('div', { class: 'seek-row' }, time, place, length), fault,
      element('div', { class: 'controls' },
        element('div', { class: 'controls-start' }, speed, following),
        element('div', { class: 'controls-middle' }, back, play, on),
        element('div', { class: 'controls-end' }, mute, volume))),
  };
}
