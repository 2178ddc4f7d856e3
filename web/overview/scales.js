// Scales: where a number lies on a chart.
const STEPS = [1, 2, 5, 10];

// Round numbers from 0 to the first that reaches the maximum. They are whole, because calls are counted.
export function ticks(max, wanted = 4) {
  if (!(max > 0)) {
    return [0, 1];
  }
  const rough = max / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, STEPS.find(factor => factor * power >= rough * (1 - 1e-9)) * power);
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

export function linear([low, high], [start, end]) {
  return value => high === low ? start : start + (value - low) / (high - low) * (end - start);
}

// Bands of equal width side by side: at(index) is where one starts.
export function bands(count, [start, end], gap = 0.25) {
  const step = count === 0 ? 0 : (end - start) / count;
  return { step, width: step * (1 - gap), at: index => start + step * index + step * gap / 2 };
}

// How many columns share one label, so that no label touches the next.
export function labelStep(count, width, labelWidth) {
  return Math.max(1, Math.ceil(count * labelWidth / Math.max(1, width)));
}

// The quantile of counts in buckets. Within a bucket the counts are taken as evenly spread; the open bucket gives its start.
export function quantile(buckets, share) {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) {
    return undefined;
  }
  let [below, seen] = [0, 0];
  for (const { up_to_seconds: upTo, count } of buckets) {
    if (count > 0 && seen + count >= share * total) {
      return upTo === null ? below : below + (upTo - below) * (share * total - seen) / count;
    }
    seen += count;
    below = upTo ?? below;
  }
  return below;
}
