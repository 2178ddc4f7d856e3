// Whether the transcript moves with the audio: until a person moves it, and again when asked to.
import { emitter } from '../emitter.js';

export function following() {
  const { on: heard, emit } = emitter();
  let isOn = true;
  return {
    get on() { return isOn; },
    heard,
    set(value) {
      if (isOn === value) {
        return;
      }
      isOn = value;
      emit();
    },
  };
}
