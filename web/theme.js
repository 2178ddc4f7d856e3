// The colour theme: light, dark or the system's. Local storage keeps the choice.
const KEY = 'theme';
const NAMES = { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' };
const SIGNS = { system: '◐', light: '☀', dark: '☾' };
const NEXT = { system: 'light', light: 'dark', dark: 'system' };

export function themeToggle(toggle, { storage = globalThis.localStorage, root = document.documentElement } = {}) {
  let theme = NAMES[storage.getItem(KEY)] ? storage.getItem(KEY) : 'system';

  function apply() {
    root.style.colorScheme = theme === 'system' ? 'light dark' : theme;
    toggle.textContent = SIGNS[theme];
    toggle.setAttribute('aria-label', NAMES[theme]);
    toggle.title = NAMES[theme];
  }

  toggle.addEventListener('click', () => {
    theme = NEXT[theme];
    storage.setItem(KEY, theme);
    apply();
  });
  apply();
}
