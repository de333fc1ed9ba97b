import type { GuideNode } from '../GuideNode';
import { assessGuideCoverage } from './assessGuideCoverage';
import { parseGuide } from '../parseGuide';

/** Far above what the machine needs, far below what a quadratic rule would take. */
jest.setTimeout(30_000);

const MEGABYTE = 1_000_000;

describe('the time it takes', () => {
  const paragraph = (value: string): GuideNode => ({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  });
  const fill = (text: string): string =>
    text.repeat(Math.ceil(MEGABYTE / text.length));
  const deep = (depth: number): GuideNode => {
    let tree: GuideNode = {
      type: 'paragraph',
      children: [{ type: 'text', value: 'We reply within a day.' }],
    };
    for (let level = 0; level < depth; level += 1)
      tree = { type: 'blockquote', children: [tree] };
    return { type: 'root', children: [tree] };
  };
  const many = (value: string): GuideNode => ({
    type: 'root',
    children: [
      {
        type: 'heading',
        depth: 1,
        children: [
          { type: 'text', value: fill('Becoming a ').slice(0, MEGABYTE / 2) },
        ],
      },
      ...Array.from(
        { length: 20_000 },
        (): GuideNode => ({
          type: 'paragraph',
          children: [{ type: 'text', value }],
        }),
      ),
    ],
  });

  it.each([
    ['periods', paragraph(fill('review within 1 day '))],
    ['numbers', paragraph(fill('1 2 or 3 '))],
    ['invitations', paragraph(fill('we would love please open bug '))],
    ['roles', paragraph(fill('become a a a a core '))],
    ['full stops', paragraph(fill('. '))],
    ['abbreviations', paragraph(fill('e.g. '))],
    ['one word', paragraph(fill('a'))],
    ['apostrophes', paragraph(fill("'a"))],
    [
      'open tags',
      {
        type: 'root',
        children: [{ type: 'html', value: fill('<!-- <b ') }],
      } as GuideNode,
    ],
    [
      'tags',
      {
        type: 'root',
        children: [{ type: 'html', value: fill('<p>a') }],
      } as GuideNode,
    ],
    [
      'commands',
      {
        type: 'root',
        children: [{ type: 'code', value: fill('cd a;') }],
      } as GuideNode,
    ],
    [
      'lines of code',
      {
        type: 'root',
        children: [{ type: 'code', value: fill('npm x\n') }],
      } as GuideNode,
    ],
    ['depth', deep(50_000)],
    [
      'paragraphs under a long heading',
      many('Contribute within one week, or two.'),
    ],
  ])('stays small for a megabyte of %s', (_, guide) => {
    // What is not linear takes longer than a test may.
    expect(assessGuideCoverage(guide)).toHaveLength(4);
  });

  it.each([
    '[',
    '[a](',
    '![a',
    '*a_ ',
    '`a',
    '> ',
    '- ',
    '1. ',
    '<!-- ',
    '<a href="',
    '&amp',
    '|a',
    '~~a',
    '[a]: b\n',
    '_a__',
  ])('stays small for Markdown of nothing but %j', part => {
    const text = part.repeat(Math.ceil(300_000 / part.length));
    expect(assessGuideCoverage(parseGuide(text))).toHaveLength(4);
  });
});
