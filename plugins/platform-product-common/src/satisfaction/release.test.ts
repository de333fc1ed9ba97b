import {
  addFigures,
  compileFigures,
  featureFiguresSchema,
  Figures,
  figuresSchema,
  participationSchema,
} from './release';
import { PlannedRelease } from './releasePast';

const compile = (
  planned: PlannedRelease,
  options?: { before?: Figures; known?: number },
) =>
  compileFigures({
    planned,
    before: options?.before,
    known: options?.known ?? 0,
  });

describe('compileFigures', () => {
  it('counts how many gave each rating, and nobody who gave none', () => {
    const { features } = compile({
      leverage: ['5', '5', '1', '', undefined, '3', '5'],
      latency: ['2', '4', '4', '2', '2', undefined, ''],
    });
    expect(features).toEqual({
      leverage: { counts: [1, 0, 1, 0, 3] },
      latency: { counts: [0, 3, 0, 2, 0] },
    });
  });

  it('tells of participation how many answered of those who are known', () => {
    const participation = [
      'complete',
      'partial',
      'complete',
      undefined,
      'complete',
    ];
    const of = (known: number) => compile({ participation }, { known });
    expect(of(9).participation).toEqual({ complete: 3, partial: 1, asked: 9 });
    expect(of(4).participation).toEqual({ complete: 3, partial: 1, asked: 4 });
    // More have answered than the catalog knows of.
    expect(of(3).participation).toEqual({ complete: 3, partial: 1, asked: 4 });
    expect(of(0).participation).toEqual({ complete: 3, partial: 1, asked: 4 });
  });

  it('lists each comment once, by the alphabet, without what is for feedback', () => {
    const texts = [
      'comment: slow',
      'comment: Nice',
      '',
      'feedback: wants docs',
      undefined,
      'comment: slow',
      'comment: cheap',
    ];
    expect(compile({ texts }).comments).toEqual(['Nice', 'cheap', 'slow']);
    expect(compile({ texts: ['', undefined] }).comments).toEqual([]);
  });

  const before: Figures = {
    participation: { complete: 5, partial: 0, asked: 7 },
    features: {
      leverage: { counts: [5, 0, 0, 0, 0] },
      cost: { counts: [0, 5, 0, 0, 0] },
    },
    comments: ['before'],
  };

  it('keeps what was published on topics without news', () => {
    expect(compile({}, { before })).toEqual(before);
    expect(compile({ leverage: ['3', '3'] }, { before, known: 90 })).toEqual({
      ...before,
      features: {
        leverage: { counts: [0, 0, 2, 0, 0] },
        cost: { counts: [0, 5, 0, 0, 0] },
      },
    });
    expect(
      compile(
        { participation: ['complete'], texts: ['comment: now'] },
        { before, known: 2 },
      ),
    ).toEqual({
      participation: { complete: 1, partial: 0, asked: 2 },
      features: before.features,
      comments: ['now'],
    });
  });

  it('hides what nothing was published on', () => {
    expect(compile({ leverage: ['3'] })).toEqual({
      features: { leverage: { counts: [0, 0, 1, 0, 0] } },
    });
    expect(compile({ texts: [''] })).toEqual({ features: {}, comments: [] });
  });

  it('fits what is kept of a release', () => {
    expect(figuresSchema.parse(before)).toEqual(before);
  });
});

describe('figures', () => {
  it('are five counts of people for each feature', () => {
    const isFigures = (counts: unknown) =>
      featureFiguresSchema.safeParse({ counts }).success;
    expect(isFigures([0, 0, 0, 0, 0])).toBe(true);
    expect(isFigures([0, 1, 2, 3, 400])).toBe(true);
    expect(isFigures([0, 0, 0, 0])).toBe(false);
    expect(isFigures([0, 0, 0, 0, 0, 0])).toBe(false);
    expect(isFigures([0, 0, 0, 0, -1])).toBe(false);
    expect(isFigures([0, 0, 0, 0, 0.5])).toBe(false);
    expect(
      figuresSchema.safeParse({ features: { looks: { counts: [] } } }).success,
    ).toBe(false);
    expect(figuresSchema.safeParse({}).success).toBe(false);
  });

  it('of participation are counts, too', () => {
    const zero = { complete: 0, partial: 0, asked: 0 };
    expect(participationSchema.parse(zero)).toEqual(zero);
    for (const name of Object.keys(zero)) {
      for (const bad of [-1, 0.5, '1', undefined]) {
        const { success } = participationSchema.safeParse({
          ...zero,
          [name]: bad,
        });
        expect([name, bad, success]).toEqual([name, bad, false]);
      }
    }
  });
});

describe('addFigures', () => {
  it('adds feature by feature, over those that show it', () => {
    expect(
      addFigures([
        {
          participation: { complete: 5, partial: 0, asked: 7 },
          features: {
            leverage: { counts: [1, 2, 3, 4, 5] },
            cost: { counts: [0, 0, 0, 0, 5] },
          },
          comments: ['slow'],
        },
        { features: { leverage: { counts: [10, 20, 30, 40, 50] } } },
        { features: {} },
      ]),
    ).toEqual({
      leverage: { counts: [11, 22, 33, 44, 55] },
      cost: { counts: [0, 0, 0, 0, 5] },
    });
  });

  it('is nothing of nothing', () => {
    expect(addFigures([])).toEqual({});
    expect(addFigures([{ features: {} }])).toEqual({});
  });
});
