// jsdom parses every style sheet, and goes through all of them to tell whether an
// element is visible: half the time of the tests, none of which is about styles.
Object.defineProperty(HTMLStyleElement.prototype, 'textContent', {
  configurable: true,
  get: () => '',
  set: () => {},
});
