// Suggestions for the category filter: those of recent calls. A person can type any other.
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
    // Suggestions are optional: the list works without them.
    return [];
  }
}
