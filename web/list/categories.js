// Categories to choose from: those seen lately. Any other can be typed.
import { presetDays, queryOf } from './filters.js';
import { askOverview, topCategories } from '../overview/pages.js';

const DAYS = 30;
const MOST_PAGES = 5;
const MOST = 200;

export async function recentCategories(ask, signal) {
  try {
    const sum = await askOverview(ask, queryOf(presetDays(DAYS, new Date())), signal, MOST_PAGES);
    return topCategories(sum, MOST).map(({ category }) => category);
  } catch {
    // A convenience: the list does without.
    return [];
  }
}
