import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { partOf, readLabelledGuides } from './guideLabels';
import { casesOf, scoreGuides } from './scoreGuides';

const none = {
  contributionTypes: false,
  buildAndTest: false,
  responseTime: false,
  becomeReviewer: false,
};

describe('partOf', () => {
  it('holds about a third back, by name alone', () => {
    const names = Array.from({ length: 300 }, (_, index) => `owner/${index}`);
    const heldBack = names.filter(name => partOf(name) === 'held-back');
    expect(heldBack.length).toBeGreaterThan(75);
    expect(heldBack.length).toBeLessThan(125);
    expect(partOf('owner/1')).toBe(partOf('owner/1'));
  });
});

describe('readLabelledGuides', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guides-'));
  const labels = join(folder, 'elsewhere.json');
  writeFileSync(join(folder, 'ana__parser.md'), 'We reply within a day.');
  writeFileSync(labels, JSON.stringify({ ana__parser: none, ben__gone: none }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('leaves out guides that are not there', () => {
    expect(
      readLabelledGuides({ folder, labels }).map(({ name }) => name),
    ).toEqual(['ana__parser']);
  });

  it('reads one part', () => {
    const part = partOf('ana/parser');
    const other = part === 'open' ? 'held-back' : 'open';
    expect(readLabelledGuides({ folder, labels, part })).toHaveLength(1);
    expect(readLabelledGuides({ folder, labels, part: other })).toEqual([]);
  });
});

describe('scoreGuides', () => {
  it('counts answers, and the sentences that are right', () => {
    const guide = (line: number, responseTime = true) => ({
      name: `guide ${line}`,
      text: 'Hello.\n\nWe reply within a day.',
      label: { ...none, responseTime, lines: { responseTime: [line] } },
    });
    const scores = scoreGuides(casesOf([guide(3), guide(1), guide(3, false)]));
    expect(scores.responseTime).toEqual({
      precision: 2 / 3,
      recall: 1,
      tp: 2,
      fp: 1,
      fn: 0,
      tn: 0,
      shown: 3,
      right: 1,
    });
    expect(scores.buildAndTest).toMatchObject({ precision: 1, tn: 3 });
  });

  it('leaves out what people may differ on', () => {
    const label = { ...none, borderline: ['responseTime' as const] };
    const cases = casesOf([{ name: 'a', text: 'We reply today.', label }]);
    expect(cases.map(({ answer }) => answer.question)).toEqual([
      'contributionTypes',
      'buildAndTest',
      'becomeReviewer',
    ]);
  });
});
