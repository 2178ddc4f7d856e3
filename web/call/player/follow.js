// Whether the transcript moves with the audio: until a person moves it, and again when asked to.
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
