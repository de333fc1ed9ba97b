import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import type { GuideNode } from './GuideNode';
import { withoutFrontMatter } from './withoutFrontMatter';

const markdown = new MarkdownIt({ html: true });

/** Names of mdast for the tokens that open something. */
const containers: Readonly<Record<string, string>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  blockquote_open: 'blockquote',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  list_item_open: 'listItem',
  table_open: 'table',
  tr_open: 'tableRow',
  th_open: 'tableCell',
  td_open: 'tableCell',
  link_open: 'link',
  em_open: 'emphasis',
  strong_open: 'strong',
  s_open: 'delete',
};

/** Names of mdast for the tokens that hold text. */
const leaves: Readonly<Record<string, string>> = {
  text: 'text',
  softbreak: 'text',
  hardbreak: 'break',
  code_inline: 'inlineCode',
  html_inline: 'html',
  html_block: 'html',
  fence: 'code',
  code_block: 'code',
  hr: 'thematicBreak',
  image: 'image',
};

interface OpenNode {
  readonly node: GuideNode;
  readonly children: GuideNode[];
}

function linesOf(start: number, end = start): GuideNode['position'] {
  return { start: { line: start }, end: { line: end } };
}

function valueOf(token: Token): string | undefined {
  if (token.type === 'softbreak') return '\n';
  // The last line break belongs to the fence.
  if (leaves[token.type] === 'code') return token.content.replace(/\n$/, '');
  return token.content || undefined;
}

/** Turns tokens, which open and close, into nodes with children. */
function toNodes(tokens: readonly Token[], firstLine: number): GuideNode[] {
  const root: GuideNode[] = [];
  const open: OpenNode[] = [];
  let line = firstLine;
  const add = (node: GuideNode) =>
    (open[open.length - 1]?.children ?? root).push(node);

  for (const token of tokens) {
    if (token.map) line = token.map[0] + 1;
    const position = linesOf(line, token.map ? token.map[1] : line);
    const container = containers[token.type];
    const leaf = leaves[token.type];
    if (container) {
      const children: GuideNode[] = [];
      const depth =
        container === 'heading' ? Number(token.tag.slice(1)) : undefined;
      open.push({
        children,
        node: { type: container, depth, position, children },
      });
    } else if (token.type === 'inline') {
      toNodes(token.children ?? [], line).forEach(add);
    } else if (leaf) {
      const value = valueOf(token);
      const lang = token.info.trim().split(/\s+/)[0] || undefined;
      if (value !== undefined || leaf !== 'text') {
        add({ type: leaf, value, lang, position });
      }
      if (token.type === 'softbreak' || token.type === 'hardbreak') line += 1;
    } else if (containers[token.type.replace('close', 'open')]) {
      const closed = open.pop();
      if (closed) add(closed.node);
    }
  }
  return root;
}

/**
 * The tree of a Markdown text. Reading takes a time that is proportional to the
 * length of all but the most hostile texts, and short for those, too.
 *
 * @public
 */
export function parseGuide(text: string): GuideNode {
  const tokens = markdown.parse(withoutFrontMatter(text), {});
  return { type: 'root', children: toNodes(tokens, 1) };
}
