// Formats numbers and names of a call.
export function dollars(amount) {
  if (amount < 0.01) {
    return 'under $0.01';
  }
  return `about $${amount.toFixed(2)}`;
}

export const percent = share => `${Math.round(share * 100)} %`;

// call_summary, callSummary, CALL_SUMMARY: Call summary.
export function humanise(name) {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ').trim().toLowerCase();
  return words === '' ? name : words[0].toUpperCase() + words.slice(1);
}

export const srtStamp = millis => stamp(millis, ',');
export const vttStamp = millis => stamp(millis, '.');

export function fileName(name, extension) {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 80);
  return `${safe || 'call'}.${extension}`;
}

function stamp(millis, mark) {
  const two = number => String(Math.floor(number)).padStart(2, '0');
  const seconds = millis / 1000;
  const fraction = String(Math.floor(millis % 1000)).padStart(3, '0');
  return `${two(seconds / 3600)}:${two(seconds / 60 % 60)}:${two(seconds % 60)}${mark}${fraction}`;
}
