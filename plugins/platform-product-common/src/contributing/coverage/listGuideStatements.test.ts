import { listGuideStatements } from './listGuideStatements';
import { parseGuide } from '../parseGuide';

const statementsOf = (markdown: string) =>
  listGuideStatements(parseGuide(markdown));
const textsOf = (markdown: string): readonly string[] =>
  statementsOf(markdown).map(({ text }) => text);

describe('listGuideStatements', () => {
  it('gives each sentence its line and the headings above it', () => {
    const [first, second] = statementsOf(
      '# Guide\n\n## Tests\n\nWrite some.\nThen run\nthem.',
    );
    expect(first).toMatchObject({ text: 'Write some.', line: 5 });
    expect(second).toMatchObject({ text: 'Then run them.', line: 6 });
    expect(second.headings.map(({ text }) => text)).toEqual(['Guide', 'Tests']);
  });

  it('leaves out headings, comments, images and tags', () => {
    expect(
      textsOf(
        '# Title\n\n<!-- hidden\nnote -->\n\n![logo](a.png) Text <b>in</b> bold<!-- aside -->.',
      ),
    ).toEqual(['Text in bold.']);
  });

  it('keeps a list item together with the sentence that introduces it', () => {
    const [, item] = statementsOf('You can help by:\n\n- writing docs');
    expect(item).toMatchObject({
      text: 'writing docs',
      kind: 'item',
      intro: { text: 'You can help by:' },
    });
  });

  it('keeps a code block together with the sentence before it', () => {
    const [, code] = statementsOf('Run the tests:\n\n```sh\nmake test\n```');
    expect(code).toMatchObject({
      kind: 'code',
      text: 'make test',
      language: 'sh',
      intro: { text: 'Run the tests:' },
    });
  });

  it('knows a sentence that is nothing but a link', () => {
    expect(
      statementsOf('- [Report a bug](a.md)\n- See [this](b.md)').map(
        ({ linkOnly }) => linkOnly,
      ),
    ).toEqual([true, false]);
  });

  it('reads a short line in bold as a heading', () => {
    const [statement] = statementsOf('**How we review**:\n\nWith care.');
    expect(statement.headings.map(({ text }) => text)).toEqual([
      'How we review',
    ]);
  });

  it('reads a table row by row, with the header row as its introduction', () => {
    const [row] = statementsOf('| What | When |\n|---|---|\n| Review | soon |');
    expect(row).toMatchObject({
      text: 'Review | soon',
      kind: 'row',
      intro: { text: 'What | When' },
    });
  });

  it('remembers the sentence before, over the end of a paragraph too', () => {
    expect(
      statementsOf('Spotted a bug? Tell us.\n\nThanks.').map(
        ({ before }) => before?.text,
      ),
    ).toEqual([undefined, 'Spotted a bug?', 'Tell us.']);
  });
});
