import {
  putForward,
  RosterAgreement,
  RosterSide,
  rosterStatus,
  RosterStatus,
  RosterTerms,
  rosterTermsSchema,
} from './rosterTerms';

const terms = (given: Partial<RosterTerms> = {}): RosterTerms => ({
  role: 'reviewer',
  paths: ['/charts/', '/docs/'],
  endsOn: '2026-06-30',
  ...given,
});

describe('the terms of a roster', () => {
  const isValid = (given: object) =>
    rosterTermsSchema.safeParse({ role: 'reviewer', paths: [], ...given })
      .success;

  it.each([
    [true, {}],
    [true, { role: 'shadow' }],
    [true, { role: 'approver' }],
    [false, { role: 'owner' }],
    [true, { endsOn: '2028-02-29' }],
    [false, { endsOn: '2026-02-29' }],
    [false, { endsOn: '2026-06-30T00:00:00Z' }],
    [false, { sponsor: 'user:default/ana' }],
    [true, { paths: Array(50).fill('/a') }],
    [false, { paths: Array(51).fill('/a') }],
    [true, { paths: ['a'.repeat(500)] }],
    [false, { paths: ['a'.repeat(501)] }],
    [false, { paths: [''] }],
    [true, { paths: ['a..b/..c/d..'] }],
    [false, { paths: ['a/../b'] }],
    [false, { paths: ['..'] }],
    // docs.gitlab.com: Escape whitespace in paths with backslashes
    [true, { paths: ['docs/My\\ Notes/', 'path\\ with\\ spaces/*.md'] }],
    [true, { paths: ['\\#a', 'a\\*b', 'a\\', 'a\\\\b'] }],
    [false, { paths: ['a b'] }],
    [false, { paths: ['a\\\\ b'] }],
    [false, { paths: ['a\\ b c'] }],
    [false, { paths: ['a\\\tb'] }],
    [false, { paths: ['docs/ @team'] }],
    [false, { paths: ['a\u200bb'] }],
  ])('are valid: %s, %j', (expected, given) => {
    expect(isValid(given)).toBe(expected);
  });

  it.each([
    [
      { paths: ['a b'] },
      'must not contain invisible characters, and blanks only behind a backslash, as in docs/My\\ Notes/',
    ],
    [{ paths: ['a/..'] }, 'must not contain ".."'],
  ])('say what is wrong with %j', (given, message) => {
    const { error } = rosterTermsSchema.safeParse({ role: 'shadow', ...given });
    expect(error?.issues).toMatchObject([{ path: ['paths', 0], message }]);
  });
});

describe('putForward', () => {
  const sides: RosterSide[] = ['person', 'owners'];
  const other = { person: 'owners', owners: 'person' } as const;

  describe.each(sides)('by the %s', by => {
    it('proposes where nothing is agreed', () => {
      expect(putForward({}, by, terms())).toEqual({
        proposed: { by, terms: terms() },
      });
    });

    it('agrees to the very same of the other side', () => {
      const proposed = { by: other[by], terms: terms() };
      expect(putForward({ proposed }, by, terms())).toEqual({
        agreed: terms(),
      });
    });

    it('agrees whatever the order of the paths', () => {
      const proposed = { by: other[by], terms: terms() };
      const turned = terms({ paths: ['/docs/', '/charts/'] });
      expect(putForward({ proposed }, by, turned)).toEqual({ agreed: turned });
    });

    it('does not agree with itself', () => {
      const proposed = { by, terms: terms() };
      expect(putForward({ proposed }, by, terms())).toEqual({ proposed });
    });

    it.each<[string, Partial<RosterTerms>]>([
      ['a higher role', { role: 'approver' }],
      ['a lower role', { role: 'shadow' }],
      ['another path', { paths: ['/charts/', '/src/'] }],
      ['a path more', { paths: ['/charts/', '/docs/', '/src/'] }],
      ['a path less', { paths: ['/charts/'] }],
      ['one path twice', { paths: ['/charts/', '/charts/'] }],
      ['no paths', { paths: [] }],
      ['a later end', { endsOn: '2026-07-01' }],
      ['an earlier end', { endsOn: '2026-06-29' }],
      ['no end', { endsOn: undefined }],
    ])('answers with a proposal of its own where it has %s', (_, given) => {
      const answer = putForward(
        { proposed: { by: other[by], terms: terms() } },
        by,
        terms(given),
      );
      expect(answer).toEqual({ proposed: { by, terms: terms(given) } });
      // and the other way round
      expect(
        putForward(
          { proposed: { by: other[by], terms: terms(given) } },
          by,
          terms(),
        ),
      ).toEqual({ proposed: { by, terms: terms() } });
    });

    const everything: RosterTerms = { role: 'approver', paths: [] };
    it.each<[string, RosterTerms, RosterTerms]>([
      ['the same', terms(), terms()],
      ['a lower role', terms(), terms({ role: 'shadow' })],
      ['fewer paths', terms(), terms({ paths: ['/docs/'] })],
      ['an earlier end', terms(), terms({ endsOn: '2026-06-29' })],
      ['an end at last', terms({ endsOn: undefined }), terms()],
      ['paths instead of everything', terms({ paths: [] }), terms()],
      ['everything still', everything, everything],
      ['all of these', everything, terms({ role: 'shadow' })],
    ])('holds at once where it asks for %s', (_, agreed, narrower) => {
      const answer = putForward({ agreed }, by, narrower);
      expect(answer).toEqual({ agreed: narrower });
    });

    it.each<[string, Partial<RosterTerms>]>([
      ['a higher role', { role: 'approver' }],
      ['another path', { paths: ['/charts/', '/src/'] }],
      ['everything', { paths: [] }],
      ['a later end', { endsOn: '2026-07-01' }],
      ['no end', { endsOn: undefined }],
      ['less of one and more of another', { role: 'shadow', paths: [] }],
    ])('keeps what is agreed while it asks for %s', (_, given) => {
      const wider = terms(given);
      const asked = putForward({ agreed: terms() }, by, wider);
      expect(asked).toEqual({
        agreed: terms(),
        proposed: { by, terms: wider },
      });
      expect(putForward(asked, other[by], wider)).toEqual({ agreed: wider });
    });
  });

  it('replaces what the same side put forward before', () => {
    const proposed = { by: 'person', terms: terms() } as const;
    const changed = terms({ role: 'shadow' });
    const now = putForward({ proposed }, 'person', changed);
    expect(now).toEqual({ proposed: { by: 'person', terms: changed } });
    // what was taken back can't be agreed to
    expect(putForward(now, 'owners', terms())).toEqual({
      proposed: { by: 'owners', terms: terms() },
    });
  });
});

describe('rosterStatus', () => {
  const today = '2026-06-30';
  const statusOf = (entry: Parameters<typeof rosterStatus>[0]) =>
    rosterStatus(entry, today);
  const by = (side: RosterSide): RosterAgreement => ({
    proposed: { by: side, terms: terms() },
  });
  const agreed = (endsOn?: string): RosterAgreement => ({
    agreed: terms({ endsOn }),
  });
  const earlier = { emeritusSince: '2025-01-01T00:00:00Z' };
  const left = { leftAt: '2026-06-01T00:00:00Z' };

  it.each<[RosterStatus, string, Parameters<typeof rosterStatus>[0]]>([
    ['invited', 'the owners asked', by('owners')],
    ['offered', 'the person asked', by('person')],
    ['invited', 'they are asked again', { ...by('owners'), ...earlier }],
    ['active', 'there is no end', agreed()],
    ['active', 'it ends tomorrow', agreed('2026-07-01')],
    ['active', 'it ends today', agreed('2026-06-30')],
    ['emeritus', 'it ended yesterday', agreed('2026-06-29')],
    ['active', 'wider terms wait', { ...agreed(), ...by('person') }],
    ['offered', 'it ended', { ...agreed('2026-06-29'), ...by('person') }],
    ['invited', 'it ended', { ...agreed('2026-06-29'), ...by('owners') }],
    ['emeritus', 'they left', { ...agreed(), ...left }],
    ['gone', 'they left unheard', { ...by('person'), ...left }],
    ['emeritus', 'they left again', { ...by('owners'), ...earlier, ...left }],
    ['emeritus', 'they were', earlier],
    ['gone', 'there is nothing', {}],
  ])('is %s where %s', (status, _, entry) => {
    expect(statusOf(entry)).toBe(status);
  });
});
