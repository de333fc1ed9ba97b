import { Answer, Rating } from './features';
import {
  addRelease,
  addToPast,
  CountedAnswer,
  noAnswerPast,
  noReleasePast,
} from './releasePast';
import { compileFigures, Figures } from './release';
import { planRelease } from './releaseRules';
import { statementsOf } from './statements';

const k = 5;
const commentThreshold = 10;

/** A service in a round, with the answers of people by their names. */
class Service {
  readonly #answers = new Map<string, CountedAnswer>();
  #past = noReleasePast;
  figures: Figures | undefined;

  answer(names: readonly string[], leverage: Rating, more?: Partial<Answer>) {
    for (const name of names) {
      const past = this.#answers.get(name)?.past ?? noAnswerPast;
      const answer = { ratings: { leverage }, ...more };
      this.#answers.set(name, { statements: statementsOf(answer), past });
    }
  }

  takeBack(names: readonly string[]) {
    for (const name of names) {
      this.#answers.set(name, { past: this.#answers.get(name)!.past });
    }
  }

  release() {
    const names = [...this.#answers.keys()];
    const answers = [...this.#answers.values()];
    const plan = planRelease({
      answers,
      past: this.#past,
      k,
      commentThreshold,
    });
    if (!plan) return 'nothing';
    const { releases } = this.#past;
    for (const [index, { statements, past }] of answers.entries()) {
      this.#answers.set(names[index], {
        statements,
        past: addToPast(past, releases, plan, index),
      });
    }
    this.#past = addRelease(this.#past, plan);
    this.figures = compileFigures({
      said: plan.said,
      before: this.figures,
      asked: 0,
    });
    return Object.keys(plan.said).join(', ');
  }

  get leverage() {
    return this.figures?.features.leverage?.counts;
  }
}

const names = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, n) => `p${from + n}`);

describe('planRelease', () => {
  let service: Service;
  beforeEach(() => {
    service = new Service();
  });

  it('tells nothing of four, and something of five', () => {
    service.answer(names(0, 4), 4);
    expect(service.release()).toBe('nothing');
    service.answer(['p4'], 'cant-say');
    // Five have answered, but four have rated.
    expect(service.release()).toBe('participation');
    service.answer(names(5, 10), 5);
    expect(service.release()).toBe(
      'participation, leverage, comments, feedback',
    );
    expect(service.leverage).toEqual([0, 0, 0, 4, 5]);
    expect(service.figures?.features.leverage?.cantSay).toBe(1);
  });

  it('tells nothing twice', () => {
    service.answer(names(0, 5), 4);
    expect(service.release()).toBe('participation, leverage');
    expect(service.release()).toBe('nothing');
    service.answer(['p0'], 4);
    expect(service.release()).toBe('nothing');
  });

  it('lets new answers wait until they are five', () => {
    service.answer(names(0, 5), 4);
    service.release();
    service.answer(names(5, 9), 1);
    expect(service.release()).toBe('nothing');
    service.answer(['p9'], 1);
    service.release();
    expect(service.leverage).toEqual([5, 0, 0, 5, 0]);
  });

  it('counts whoever has changed as before until five have', () => {
    service.answer(names(0, 10), 4);
    service.release();
    service.answer(names(0, 4), 1);
    expect(service.release()).toBe('nothing');
    // New answers show all the same.
    service.answer(names(10, 15), 5);
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 10, 5]);
    service.answer(['p4'], 1);
    expect(service.release()).toBe('leverage');
    expect(service.leverage).toEqual([5, 0, 0, 5, 5]);
  });

  it('tells what five have changed while a new answer waits', () => {
    service.answer(names(0, 6), 4);
    service.release();
    service.answer(names(0, 5), 1);
    service.answer(['p6'], 3);
    expect(service.release()).toBe('leverage');
    expect(service.leverage).toEqual([5, 0, 0, 1, 0]);
  });

  it('keeps whoever has taken their answer back until five can leave', () => {
    service.answer(names(0, 12), 4);
    service.release();
    service.takeBack(['p0']);
    expect(service.release()).toBe('nothing');
    service.answer(names(12, 17), 5);
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 12, 5]);
    service.takeBack(names(1, 10));
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 2, 5]);
  });

  it('lets nobody leave figures that can’t be told without them', () => {
    service.answer(names(0, 9), 4);
    service.answer(names(9, 12), 4, { comment: 'slow' });
    service.release();
    expect(service.figures?.comments).toEqual(['slow', 'slow', 'slow']);
    // Enough for the ratings, too few for the comments.
    service.takeBack(names(5, 12));
    expect(service.release()).toBe('nothing');
    service.answer(names(12, 22), 2);
    service.release();
    expect(service.leverage).toEqual([0, 10, 0, 12, 0]);
    service.takeBack(names(0, 3));
    service.release();
    expect(service.leverage).toEqual([0, 10, 0, 2, 0]);
    expect(service.figures?.comments).toEqual([]);
  });

  it('knows who comes back from who is new', () => {
    service.answer(names(0, 11), 4);
    service.release();
    service.takeBack(names(0, 5));
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 6, 0]);
    // Beside four new ones, the fifth would be known from the first release.
    service.answer(['p0'], 4);
    service.answer(names(11, 15), 5);
    expect(service.release()).toBe('nothing');
    service.answer(['p15'], 5);
    expect(service.release()).toBe('nothing');
    service.answer(names(1, 5), 4);
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 11, 5]);
  });

  it('tells texts of ten, whoever of them wrote, and changes of ten', () => {
    service.answer(names(0, 9), 4);
    service.answer(['p0'], 4, { comment: 'slow' });
    service.answer(['p1'], 4, { comment: 'wants docs', asFeedback: true });
    service.release();
    expect(service.figures?.comments).toBeUndefined();
    service.answer(names(9, 14), 4);
    expect(service.release()).toContain('comments, feedback');
    expect(service.figures?.comments).toEqual(['slow']);
    service.answer(['p14'], 4, { comment: 'fast' });
    service.answer(names(15, 23), 4);
    service.release();
    expect(service.figures?.comments).toEqual(['slow']);
    // Ten have come since the comments, but one since the last release.
    service.answer(['p23'], 4);
    expect(service.release()).toBe('nothing');
    service.answer(names(24, 28), 4);
    service.release();
    expect(service.figures?.comments).toEqual(['fast', 'slow']);
  });
});
