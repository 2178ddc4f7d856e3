// A transcript as text, SRT or WebVTT.
import { clock } from '../../times.js';
import { startOf, voiceOf } from '../details/talk-time.js';
import { srtStamp, vttStamp } from '../format.js';

const SHOWN_MILLISECONDS = 2000;

export function asText(segments, speakers) {
  return segments.map(segment =>
    `[${clock(startOf(segment) / 1000)}] ${nameOf(segment, speakers)}: ${segment.text ?? ''}\n`).join('');
}

export function asSrt(segments, speakers) {
  return segments.map((segment, index) =>
    `${index + 1}\n${srtStamp(startOf(segment))} --> ${srtStamp(endOf(segment))}\n${line(segment, speakers)}\n`).join('\n');
}

export function asVtt(segments, speakers) {
  return `WEBVTT\n\n${segments.map(segment =>
    `${vttStamp(startOf(segment))} --> ${vttStamp(endOf(segment))}\n${escaped(line(segment, speakers))}\n`).join('\n')}`;
}

const endOf = segment => Math.max(segment.end_timestamp_millis ?? startOf(segment) + SHOWN_MILLISECONDS, startOf(segment) + 1);
const nameOf = (segment, speakers) => voiceOf(segment) ? speakers.nameOf(voiceOf(segment)) : 'Speaker';
// An empty line would end the caption.
const line = (segment, speakers) =>
  `${nameOf(segment, speakers)}: ${segment.text ?? ''}`.replace(/\s*\n\s*/g, ' ');
const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
