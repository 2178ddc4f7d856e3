// The call as a file, or on the clipboard.
import { download } from '../../download.js';
import { menu } from '../../menu.js';
import { copy } from '../clipboard.js';
import { fileName } from '../format.js';
import { asSrt, asText, asVtt } from './captions.js';

export function exportMenu({ item, context, segments, speakers, signal }) {
  const { toast } = context;
  const whenComplete = act => () => {
    if (!segments.complete) {
      return toast('The transcript is still loading. Try again in a moment.');
    }
    act();
  };
  const file = (extension, type, text) => whenComplete(() =>
    download(new Blob([text()], { type: `${type};charset=utf-8` }), fileName(item.call_id, extension)));
  return menu('Export', [
    ['Transcript as text', file('txt', 'text/plain', () => asText(segments.list, speakers))],
    ['Captions as SRT', file('srt', 'application/x-subrip', () => asSrt(segments.list, speakers))],
    ['Captions as WebVTT', file('vtt', 'text/vtt', () => asVtt(segments.list, speakers))],
    ['Everything as JSON', file('json', 'application/json', () => JSON.stringify({ ...item, segments: segments.list }, null, 2))],
    ['Copy the transcript', whenComplete(() => copy(asText(segments.list, speakers), 'Transcript copied', toast))],
    ['Copy the summary', () => copy(item.call_summary ?? item.audio_summary ?? '', 'Summary copied', toast)],
  ], { signal }).element;
}
