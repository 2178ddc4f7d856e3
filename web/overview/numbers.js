// The overview's numbers as text.
import { span } from '../times.js';

// The median comes from buckets, so it is no more exact than whole minutes.
export function roundSpan(seconds) {
  return span(seconds < 60 ? seconds : Math.round(seconds / 60) * 60);
}

export function short(seconds) {
  return seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${seconds / 60} m` : `${seconds / 3600} h`;
}

export function percent(share) {
  // Rounded down: 99.96 % must not read as 100 %.
  return share === 1 ? '100%' : `${(Math.floor(share * 1000) / 10).toLocaleString()}%`;
}

export function hours(seconds) {
  return seconds < 3600 ? span(seconds)
    : `${(seconds / 3600).toLocaleString(undefined, { maximumFractionDigits: 1 })} h`;
}

export function dollars(amount) {
  const digits = amount > 0 && amount < 0.1 ? 4 : 2;
  return amount.toLocaleString(undefined, { style: 'currency', currency: 'USD', minimumFractionDigits: 2,
    maximumFractionDigits: digits });
}
