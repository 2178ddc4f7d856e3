#!/usr/bin/env python3
"""Makes the sample calls from dialogues.json: audio, and results of the shape that Bedrock Data Automation writes.

Needs libespeak-ng1 and sox with libsox-fmt-mp3. The product does not run this; its output is committed.
Word timings are espeak-ng's own word events, so a player can highlight the words while they are spoken.
"""
import array
import ctypes
import hashlib
import json
import pathlib
import re
import subprocess
import uuid

HERE = pathlib.Path(__file__).parent
RATE = 8000
LEAD_MILLIS, GAP_MILLIS, TAIL_MILLIS = 400, 350, 600
CHANNELS = {"agent": 0, "customer": 1}
# sox writes MP3 without the tag that makes players drop the encoder's delay: words are heard 1,105 samples later.
DELAY_MILLIS = {"mp3": 138, "ogg": 0}
CODECS = {"mp3": "mp3", "ogg": "vorbis"}
BUCKET = "dmg-inbound-callrecording-local-recordings"
CATEGORIES = ["profanity", "hate_speech", "sexual", "insult", "violence_or_threat", "graphic", "harassment_or_abuse"]
BLUEPRINT = {
    "arn": "arn:aws:bedrock:us-east-1:000000000000:blueprint/call-recording-local",
    "name": "CallAnalytics",
    "confidence": 1.0,
}
SILENCE = 400  # of 32,767


class Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int), ("unique_identifier", ctypes.c_uint), ("text_position", ctypes.c_int),
        ("length", ctypes.c_int), ("audio_position", ctypes.c_int), ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p), ("id", ctypes.c_char * 8),
    ]


CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


class Voice:
    """espeak-ng as a library: the command line does not tell when which word is spoken."""

    SYNCHRONOUS, UTF8, WORD, LIST_TERMINATED, RATE_PARAMETER, PITCH_PARAMETER = 2, 1, 1, 0, 1, 3

    def __init__(self):
        self.library = ctypes.CDLL("libespeak-ng.so.1")
        self.rate = self.library.espeak_Initialize(self.SYNCHRONOUS, 0, None, 0)
        self.callback = CALLBACK(self._receive)
        self.library.espeak_SetSynthCallback(self.callback)

    def speak(self, text, name, rate, pitch):
        """Returns the samples at 8 kHz and the word events as (position in the text from 0, milliseconds)."""
        self.samples, self.words = array.array("h"), []
        if self.library.espeak_SetVoiceByName(name.encode()) != 0:
            raise SystemExit(f"espeak-ng has no voice '{name}'.")
        self.library.espeak_SetParameter(self.RATE_PARAMETER, rate, 0)
        self.library.espeak_SetParameter(self.PITCH_PARAMETER, pitch, 0)
        encoded = text.encode()
        self.library.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, self.UTF8, None, None)
        return self._resampled(), self.words

    def _receive(self, samples, count, events):
        if count > 0:
            self.samples.extend(samples[:count])
        index = 0
        while events[index].type != self.LIST_TERMINATED:
            if events[index].type == self.WORD:
                self.words.append((events[index].text_position - 1, events[index].audio_position))
            index += 1
        return 0

    def _resampled(self):
        raw = ["-t", "raw", "-e", "signed", "-b", "16", "-c", "1"]
        done = subprocess.run(
            ["sox", "-D", *raw, "-r", str(self.rate), "-", *raw, "-r", str(RATE), "-", "gain", "-1"],
            input=self.samples.tobytes(), capture_output=True, check=True)
        return array.array("h", done.stdout)


def tokens(text):
    return [(match.group(), match.start()) for match in re.finditer(r"\S+", text)]


def at(millis):
    return millis * RATE // 1000


def loud_until(samples, start, end):
    """The end of a word is where its sound ends, not where the next word begins: there may be a pause between."""
    position = min(at(end), len(samples)) - 1
    while position > at(start) and abs(samples[position]) < SILENCE:
        position -= 1
    return max(start + 40, min(end, (position + 1) * 1000 // RATE))


def word_times(spoken, events, samples):
    """One (start, end) in milliseconds for each blank-separated word of what is spoken."""
    places = tokens(spoken)
    starts = []
    for index, (word, position) in enumerate(places):
        inside = [millis for place, millis in events if position <= place < position + len(word)]
        starts.append(inside[0] if inside else None)
    length = len(samples) * 1000 // RATE
    starts[0] = starts[0] if starts[0] is not None else 0
    for index, start in enumerate(starts):  # a word that espeak-ng joins to its neighbour shares the time with it
        if start is None:
            following = next((later for later in starts[index + 1:] if later is not None), length)
            starts[index] = (starts[index - 1] + following) // 2
    ends = starts[1:] + [length]
    return [(start, loud_until(samples, start, end)) for start, end in zip(starts, ends)]


def split_word(word):
    """A word and the punctuation behind it, which is an item of its own and has no time."""
    match = re.fullmatch(r"(.*?[^,.?!:;])([,.?!:;]*)", word)
    return (match.group(1), list(match.group(2))) if match else (word, [])


def perform(call, voice):
    """Speaks the turns one after another (or over one another) into two channels."""
    channels = [array.array("h"), array.array("h")]
    clock, segments = LEAD_MILLIS, []
    for number, turn in enumerate(call["turns"]):
        spoken = turn.get("say", turn["text"])
        if len(tokens(spoken)) != len(tokens(turn["text"])):
            raise SystemExit(f"{call['id']}: 'say' has not as many words as '{turn['text']}'.")
        samples, events = voice.speak(spoken, **call["voices"][turn["who"]])
        times = word_times(spoken, events, samples)
        while len(samples) > 0 and abs(samples[-1]) < SILENCE // 4:
            samples.pop()
        start = clock + (turn.get("gapMillis", GAP_MILLIS) if number else 0)
        channel = channels[CHANNELS[turn["who"]]]
        if len(channel) > at(start):
            raise SystemExit(f"{call['id']}: '{turn['text']}' begins while the same speaker speaks.")
        channel.extend([0] * (at(start) - len(channel)))
        channel.extend(samples)
        clock = max(clock, start + len(samples) * 1000 // RATE)
        segments.append({"turn": turn, "start": start + DELAY_MILLIS[call["format"]], "times": times})
    for channel in channels:
        channel.extend([0] * (at(clock + TAIL_MILLIS) - len(channel)))
    return channels, sorted(segments, key=lambda segment: segment["start"])


def write_audio(call, channels):
    path = HERE / call["id"] / f"audio.{call['format']}"
    stereo = array.array("h", (sample for pair in zip(*channels) for sample in pair))
    compression = {"mp3": ["-C", "24.2"], "ogg": ["-C", "1"]}[call["format"]]
    subprocess.run(
        ["sox", "-D", "-t", "raw", "-e", "signed", "-b", "16", "-c", "2", "-r", str(RATE), "-", *compression,
         "--comment", "", str(path)],
        input=stereo.tobytes(), check=True)
    decoded = subprocess.run(["soxi", "-s", str(path)], capture_output=True, check=True).stdout
    duration = int(decoded) * 1000 // RATE
    return duration, {"mp3": 24000, "ogg": path.stat().st_size * 8000 // duration}[call["format"]]


def moderation(call, number, segment, start, end):
    scores = []
    for category in CATEGORIES:
        noise = int(hashlib.sha256(f"{call['id']} {number} {category}".encode()).hexdigest()[:4], 16)
        scores.append({"category": category, "confidence": round(0.04 + noise / 65536 * 0.12, 4)})
    for score in scores:
        score["confidence"] = segment["turn"].get("moderation", {}).get(score["category"], score["confidence"])
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{call['id']}/{number}")),
        "type": "AUDIO_MODERATION",
        "confidence": max(score["confidence"] for score in scores),
        "start_timestamp_millis": start,
        "end_timestamp_millis": end,
        "moderation_categories": scores,
    }


def topic(call, index, summary, segments):
    mine = [segment for segment in segments if call["turns"][segment["turn_number"]]["topic"] == index]
    lines = []
    for segment in mine:
        label = segment["speaker"]["speaker_label"]
        if lines and lines[-1][0] == label:
            lines[-1][1].append(segment["text"])
        else:
            lines.append((label, [segment["text"]]))
    result = {
        "topic_index": index,
        "start_timestamp_millis": mine[0]["start_timestamp_millis"],
        "end_timestamp_millis": max(segment["end_timestamp_millis"] for segment in mine),
    }
    if summary:
        result["summary"] = summary
    text = "\n\n".join(f"[{label}]: {' '.join(texts)}" for label, texts in lines)
    return result | {
        "transcript": {"representation": {"text": text}},
        "audio_segment_indices": [segment["segment_index"] for segment in mine],
    }


def standard_output(call, performed, duration, bitrate):
    items, segments, moderations = [], [], []
    for number, played in enumerate(performed):
        turn, first = played["turn"], len(items)
        for (word, _), (start, end) in zip(tokens(turn["text"]), played["times"]):
            content, punctuation = split_word(word)
            item = {"item_index": len(items), "audio_segment_index": number, "content": content}
            items.append(item | {
                "start_timestamp_millis": played["start"] + start,
                "end_timestamp_millis": played["start"] + end,
            })
            for mark in punctuation:
                items.append({"item_index": len(items), "audio_segment_index": number, "content": mark})
        spoken = [item for item in items[first:] if "start_timestamp_millis" in item]
        start, end = spoken[0]["start_timestamp_millis"], spoken[-1]["end_timestamp_millis"]
        channel = CHANNELS[turn["who"]]
        segments.append({
            "start_timestamp_millis": start,
            "end_timestamp_millis": end,
            "segment_index": number,
            "type": "TRANSCRIPT",
            "text": turn["text"],
            "speaker": {"speaker_label": f"spk_{channel}"},
            "channel": {"channel_label": f"ch_{channel}"},
            "audio_item_indices": list(range(first, len(items))),
            "language": "EN",
            "turn_number": call["turns"].index(turn),
        })
        moderations.append(moderation(call, number, played, start, end))
    topics = [topic(call, index, summary, segments) for index, summary in enumerate(call["topics"])]
    for segment in segments:
        del segment["turn_number"]
    audio = {"summary": call["summary"]} if call["summary"] else {}
    audio["transcript"] = {"representation": {"text": " ".join(segment["text"] for segment in segments)}}
    audio["content_moderation"] = moderations
    return {
        "metadata": {
            "asset_id": "0",
            "semantic_modality": "AUDIO",
            "s3_bucket": BUCKET,
            "s3_key": f"samples/{call['id']}/audio.{call['format']}",
            "sample_rate": RATE,
            "bitrate": bitrate,
            "number_of_channels": 2,
            "codec": CODECS[call["format"]],
            "duration_millis": duration,
            "format": call["format"],
            "dominant_asset_language": "EN",
            "generative_output_language": "EN",
        },
        "audio_items": items,
        "audio_segments": segments,
        "audio": audio,
        "topics": topics,
        "statistics": {
            "speaker_count": 2,
            "channel_count": 2,
            "word_count": sum("start_timestamp_millis" in item for item in items),
            "topic_count": len(topics),
        },
    }


def write_json(path, document):
    """One line with blanks behind commas and colons, as the service writes it; there is no newline at the end."""
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def make(call, voice):
    folder = HERE / call["id"]
    folder.mkdir(exist_ok=True)
    channels, performed = perform(call, voice)
    duration, bitrate = write_audio(call, channels)
    write_json(folder / "standard_output.json", standard_output(call, performed, duration, bitrate))
    entry = {
        "callId": call["callId"],
        "timestamp": call["timestamp"],
        "audio": f"{call['id']}/audio.{call['format']}",
        "standard": f"{call['id']}/standard_output.json",
        "metadata": call["metadata"],
    }
    if call["custom"]:
        write_json(folder / "custom_output.json", {
            "metadata": {"dominant_asset_language": "EN", "generative_output_language": "EN"},
            "matched_blueprint": BLUEPRINT,
            "inference_result": call["custom"],
        })
        entry["custom"] = f"{call['id']}/custom_output.json"
    print(f"{call['id']}: {duration / 1000:.1f} s")
    return {"id": call["id"]} | entry


def main():
    voice = Voice()
    calls = json.loads((HERE / "dialogues.json").read_text(encoding="utf-8"))
    manifest = [make(call, voice) for call in calls]
    (HERE / "samples.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
