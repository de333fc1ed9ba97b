const alerts = /^\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(\n|$)/i;
const task = /^\s*\[([ xX])\]\s+/;

function firstText(element: Element): Text | undefined {
  const first = element.firstChild;
  return first instanceof Text ? first : undefined;
}

/** `> [!NOTE]` opens a box with a title; here the title stands above the quote. */
function addAlerts(guide: ParentNode): void {
  for (const quote of guide.querySelectorAll('blockquote')) {
    const paragraph = quote.querySelector(':scope > p');
    const text = paragraph && firstText(paragraph);
    const [mark, word] = (text && alerts.exec(text.data)) ?? [];
    if (!paragraph || !text || !mark || !word) continue;
    text.data = text.data.slice(mark.length);
    const title = document.createElement('strong');
    title.textContent = word[0].toUpperCase() + word.slice(1).toLowerCase();
    const line = document.createElement('p');
    line.append(title);
    paragraph.before(line);
    if (!paragraph.textContent?.trim()) paragraph.remove();
  }
}

/** `- [ ]` and `- [x]` are boxes, which nobody can tick here. */
function addTasks(guide: ParentNode): void {
  for (const item of guide.querySelectorAll('li')) {
    const inside = item.querySelector(':scope > p') ?? item;
    const text = firstText(inside) ?? firstText(item);
    const [mark, done] = (text && task.exec(text.data)) ?? [];
    if (!text || mark === undefined) continue;
    const box = done === ' ' ? '\u2610' : '\u2611';
    text.data = `${box} ${text.data.slice(mark.length)}`;
  }
}

/** Shows what Markdown does not have and the forges do: alerts and task lists. */
export function addForgeMarkup(guide: ParentNode): void {
  addAlerts(guide);
  addTasks(guide);
}
