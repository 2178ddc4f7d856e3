// A place in a recording: 4:05, 1:02:09.
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const two = number => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole % 3600 / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
