import { assessGuideCoverage } from './coverage/assessGuideCoverage';
import { outlineGuide } from './outlineGuide';
import { parseGuide } from './parseGuide';
import { withoutFrontMatter } from './withoutFrontMatter';

describe('withoutFrontMatter', () => {
  it.each([
    // https://jekyllrb.com/docs/front-matter/
    ['Jekyll', '---\nlayout: page\ntitle: Contributing\n---\n# Guide'],
    // https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter
    ['Docusaurus', '---\nid: contributing\ntags:\n  - a\n---\n# Guide'],
    // https://pandoc.org/MANUAL.html#extension-yaml_metadata_block
    ['Pandoc', '---\ntitle: Contributing\n...\n# Guide'],
    ['a comment first', '---\n# ours\ntitle: x\n---\r\n# Guide'],
    ['Windows', '---\r\ntitle: x\r\n---\r\n# Guide'],
  ])('leaves out what %s has at the start, and keeps lines', (_, text) => {
    const lines = text.split('\n').length;
    const rest = withoutFrontMatter(text);
    expect(rest.trim()).toBe('# Guide');
    expect(rest.split('\n')).toHaveLength(lines);
    expect(outlineGuide(parseGuide(text))).toEqual([
      { depth: 1, text: 'Guide', line: lines },
    ]);
  });

  it.each([
    '---\n\nWelcome to all.\n\n---\n\n# Guide',
    '# Guide\n\n---\ntitle: x\n---\n',
    '---\ntitle: x\n# Guide',
    '----\ntitle: x\n---\n',
  ])('leaves %j as it is', text => {
    expect(withoutFrontMatter(text)).toBe(text);
  });

  it('takes nothing in it for what a guide says', () => {
    const text =
      '---\ndescription: We review pull requests within two days.\n---\n# Guide';
    const coverage = assessGuideCoverage(parseGuide(text));
    expect(coverage.some(({ covered }) => covered)).toBe(false);
  });
});
