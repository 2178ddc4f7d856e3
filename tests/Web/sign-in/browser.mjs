// As much of a browser as signing in needs: a tab's storage, its address, and fetch relative to that.
export class Tab {
  #items = new Map();

  constructor(address) {
    this.address = new URL(address);
    this.left = [];
    const tab = this;
    this.storage = {
      getItem: name => tab.#items.get(name) ?? null,
      setItem: (name, value) => tab.#items.set(name, String(value)),
      removeItem: name => tab.#items.delete(name),
    };
    this.location = {
      get origin() { return tab.address.origin; },
      get search() { return tab.address.search; },
      get hash() { return tab.address.hash; },
      assign: to => tab.left.push(new URL(to)),
    };
    this.history = { replaceState: (_, __, to) => { tab.address = new URL(to, tab.address); } };
    this.fetch = (path, options) => fetch(new URL(path, tab.address), options);
  }
}
