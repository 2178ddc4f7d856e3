// A call with results: the transcript beside the details, over the player.
import { button, element } from '../element.js';
import { copyLink } from './clipboard.js';
import { details } from './details/details.js';
import { moderationThreshold } from './details/threshold.js';
import { exportMenu } from './export/export-menu.js';
import { keys } from './keyboard.js';
import { follower } from './player/follow.js';
import { playbackOf } from './player/playback.js';
import { player, STEP_SECONDS } from './player/player.js';
import { strip } from './player/timeline.js';
import { tabs } from './tabs.js';
import { findBox } from './transcript/find-box.js';
import { finder } from './transcript/find.js';
import { segmentsOf } from './transcript/segments.js';
import { speakersOf } from './transcript/speakers.js';
import { transcript } from './transcript/transcript.js';

export async function finished({ item, context, signal }) {
  const { ask, address, hash, toast } = context;
  const at = item.epchdatetimestamp;
  const segments = segmentsOf({ ask, hash, at, signal });
  const speakers = speakersOf(`${hash} ${at}`);
  const threshold = moderationThreshold();
  const find = finder(segments);
  const follow = follower();
  const playback = playbackOf({
    ask, hash, at, signal,
    length: () => item.duration_seconds ?? (segments.list.at(-1)?.end_timestamp_millis ?? 0) / 1000,
  });
  segments.on(() => speakers.add(new Set(segments.list.map(segment => segment.speaker))));
  const said = transcript({ playback, segments, speakers, threshold, find, follow, signal });
  const box = findBox(find);
  const controls = player({ playback, follow, segments });
  const side = element('aside', { class: 'call-details', 'aria-label': 'Details' });
  const swap = button('Swap speakers', () => speakers.swap(...speakers.ids), { class: 'button quiet', hidden: true });
  speakers.on(() => { swap.hidden = speakers.ids.length !== 2; });

  const column = element('div', { class: 'call-transcript' },
    element('div', { class: 'transcript-bar' }, box.element, swap), said.element);
  const views = tabs([['Transcript', column], ['Details', side]]);
  const jump = button('Follow', () => follow.set(true), { class: 'button primary follow-jump', hidden: true });
  column.append(jump);
  const showJump = () => { jump.hidden = follow.isOn || !playback.playing; };
  follow.on(showJump);
  playback.on('state', showJump);

  const link = () => copyLink({ hash, at, seconds: playback.time, find: find.query }, toast);
  const seekBy = seconds => playback.seek(playback.time + seconds);
  keys({
    ' ': playback.toggle, ArrowLeft: () => seekBy(-STEP_SECONDS), ArrowRight: () => seekBy(STEP_SECONDS),
    j: () => said.step(1), k: () => said.step(-1), '/': box.focus, n: find.next, N: find.previous,
    f: () => follow.set(!follow.isOn), '[': () => playback.faster(-1), ']': () => playback.faster(1), c: link,
  }, signal);

  await segments.first();
  const parts = { item, context, playback, segments, speakers, threshold, find, signal };
  strip(controls.strip, parts);
  details(side, parts);
  return {
    element: element('div', { class: 'call-body' }, views.bar, column, side, controls.element),
    actions: [button('Copy link', link, { title: 'Copy link to this moment (c)' }), exportMenu(parts)],
    start() {
      playback.load();
      if (segments.complete && segments.list.length === 0) {
        said.element.replaceChildren(element('p', { class: 'empty soft' }, 'This recording contains no speech.'));
      }
      arrive();
      segments.rest().catch(problem => {
        if (problem.name !== 'AbortError') {
          toast(`The rest of the transcript could not be loaded: ${problem.message}`, 'error');
        }
      });
    },
  };

  // Moves to the moment and the words in the address. They may be on a page that is not loaded yet.
  function arrive() {
    const text = address.query.get('find') ?? '';
    const seconds = Number.parseFloat(address.query.get('t') ?? '');
    const hasTime = Number.isFinite(seconds) && seconds >= 0;
    if (text) {
      box.fill(text);
    }
    if (hasTime) {
      playback.seek(seconds);
    }
    if (!text && !hasTime) {
      return;
    }
    const isThere = () => segments.complete || (hasTime
      ? (segments.list.at(-1)?.end_timestamp_millis ?? 0) > seconds * 1000 : find.matches.length > 0);
    function settle() {
      if (!isThere()) {
        return false;
      }
      if (hasTime) {
        if (find.matches.length > 0) {
          find.near(seconds * 1000);
        }
        said.showAt(seconds * 1000);
      } else if (find.matches.length > 0) {
        find.near(0);
        playback.seek(find.matches[0].millis / 1000);
      }
      follow.set(true);
      return true;
    }
    if (settle()) {
      return;
    }
    const stop = segments.on(() => {
      if (settle()) {
        stop();
      }
    });
  }
}
