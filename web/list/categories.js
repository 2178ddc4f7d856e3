// Categories to choose from: those seen lately. Any other can be typed.
import { askOverview, topCategories } from '../overview/pages.js';
import { presetDays, queryOf } from './filters.js';

const DAYS = 30;
const MAX_PAGES = 5;
const MAX_CATEGORIES = 200;

export async function recentCategories(ask, signal) {
  try {
    const sum = await askOverview(ask, queryOf(presetDays(DAYS, new Date())), signal, MAX_PAGES);
    return topCategories(sum, MAX_CATEGORIES).map(({ category }) => category);
  } catch {
    // A convenience: the list does without.
    return [];
  }
}
