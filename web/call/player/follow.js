// Whether the transcript follows the audio: until the person scrolls, and again on request.
import { emitter } from '../emitter.js';

export function follower() {
  const { on, emit } = emitter();
  let isOn = true;
  return {
    get isOn() { return isOn; },
    on,
    set(value) {
      if (isOn === value) {
        return;
      }
      isOn = value;
      emit();
    },
  };
}
