import { refusedCalls } from './answerWith';

/** What stands on a page when something was forgotten. */
const forgotten =
  /\{\{|\}\}|\$t\(|\bundefined\b|\bNaN\b|\[object |Invalid (Date|DateTime)/;

const watched = ['aria-label', 'title', 'alt', 'placeholder', 'href'];

const found = new Set<string>();

function look(node: Node) {
  const texts = [node.textContent ?? ''];
  if (node instanceof Element) {
    for (const element of [node, ...node.querySelectorAll('*')]) {
      if (
        element.getAttribute('target') === '_blank' &&
        !/\bnoopener\b/.test(element.getAttribute('rel') ?? '')
      ) {
        found.add(`opens a window that can reach back: ${element.outerHTML}`);
      }
      for (const name of watched) texts.push(element.getAttribute(name) ?? '');
    }
  }
  for (const text of texts) if (forgotten.test(text)) found.add(text);
}

function lookAt(records: readonly MutationRecord[]) {
  for (const { type, target, addedNodes } of records) {
    if (type === 'childList') addedNodes.forEach(look);
    else look(target);
  }
}

const observer = new MutationObserver(lookAt);

beforeEach(() => {
  observer.observe(document.body, {
    attributeFilter: watched,
    characterData: true,
    childList: true,
    subtree: true,
  });
});

// Whatever a test is about: no page has ever held a text with something left
// open, no link hands the page over to where it leads, and nothing was sent that
// the backend would refuse.
afterEach(() => {
  lookAt(observer.takeRecords());
  observer.disconnect();
  const faults = [...found, ...refusedCalls.splice(0)];
  found.clear();
  if (faults.length) throw new Error(faults.join('\n'));
});
