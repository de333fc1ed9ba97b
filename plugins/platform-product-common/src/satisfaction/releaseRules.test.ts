import { Answer, Rating } from './features';
import { compileFigures, Figures } from './release';
import {
  addRelease,
  addToPast,
  CountedAnswer,
  noReleasePast,
  saidIn,
} from './releasePast';
import { planRelease } from './releaseRules';
import { feedbackIn, statementsOf } from './statements';

const k = 5;
const commentThreshold = 10;

/** A service in a round, with the answers of people by their names. */
class Service {
  readonly #answers = new Map<string, CountedAnswer>();
  #past = noReleasePast;
  figures: Figures | undefined;

  answer(names: readonly string[], leverage: Rating, more?: Partial<Answer>) {
    for (const name of names) {
      const past = this.#answers.get(name)?.past ?? {};
      const answer = { ratings: { leverage }, ...more };
      this.#answers.set(name, { statements: statementsOf(answer), past });
    }
  }

  takeBack(names: readonly string[]) {
    for (const name of names) {
      this.#answers.set(name, { past: this.#answers.get(name)!.past });
    }
  }

  /** What was published stays under another name. */
  erase(name: string, as: string) {
    this.#answers.set(as, { past: this.#answers.get(name)!.past });
    this.#answers.delete(name);
  }

  release() {
    const names = [...this.#answers.keys()];
    const answers = [...this.#answers.values()];
    const planned = planRelease({
      answers,
      past: this.#past,
      k,
      commentThreshold,
    });
    if (!planned) return 'nothing';
    const { releases } = this.#past;
    for (const [index, { statements, past }] of answers.entries()) {
      this.#answers.set(names[index], {
        statements,
        past: addToPast(past, releases, planned, index),
      });
    }
    this.#past = addRelease(this.#past, planned);
    this.figures = compileFigures({ planned, before: this.figures, known: 0 });
    return Object.keys(planned).join(', ');
  }

  get leverage() {
    return this.figures?.features.leverage?.counts;
  }

  get feedback() {
    const newest = this.#past.publishedOn.texts?.at(-1);
    return [...this.#answers.values()].flatMap(({ past }) =>
      newest === undefined
        ? []
        : feedbackIn(saidIn(past, 'texts', newest)) ?? [],
    );
  }
}

const people = (group: string, size: number) =>
  Array.from({ length: size }, (_, n) => `${group}${n}`);

describe('planRelease', () => {
  let service: Service;
  beforeEach(() => {
    service = new Service();
  });

  it('tells nothing of four, and something of five', () => {
    service.answer(people('a', 4), 4);
    expect(service.release()).toBe('nothing');
    service.answer(['b'], 'cant-say');
    // Five have answered, but four have rated.
    expect(service.release()).toBe('participation');
    service.answer(people('c', 5), 5);
    expect(service.release()).toBe('participation, leverage, texts');
    expect(service.leverage).toEqual([0, 0, 0, 4, 5]);
  });

  it('tells nothing twice', () => {
    service.answer(people('a', 5), 4);
    expect(service.release()).toBe('participation, leverage');
    expect(service.release()).toBe('nothing');
    service.answer(['a0'], 4);
    expect(service.release()).toBe('nothing');
  });

  it('lets new answers wait until they are five', () => {
    service.answer(people('a', 5), 4);
    service.release();
    service.answer(people('b', 4), 1);
    expect(service.release()).toBe('nothing');
    service.answer(['b4'], 1);
    service.release();
    expect(service.leverage).toEqual([5, 0, 0, 5, 0]);
  });

  it('counts whoever has changed as before, until five have and five have not', () => {
    service.answer(people('a', 10), 4);
    service.release();
    service.answer(people('a', 4), 1);
    expect(service.release()).toBe('nothing');
    // New answers show all the same.
    service.answer(people('b', 5), 5);
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 10, 5]);
    service.answer(['a4'], 1);
    expect(service.release()).toBe('leverage');
    expect(service.leverage).toEqual([5, 0, 0, 5, 5]);
    // One who does not change with the others would be known from now on.
    service.answer(people('b', 4), 1);
    expect(service.release()).toBe('nothing');
    service.answer(['b4'], 1);
    expect(service.release()).toBe('leverage');
    expect(service.leverage).toEqual([10, 0, 0, 5, 0]);
  });

  it('keeps whoever has taken their answer back until five leave and five stay', () => {
    service.answer(people('a', 12), 4);
    service.release();
    service.takeBack(['a0']);
    expect(service.release()).toBe('nothing');
    service.answer(people('b', 5), 5);
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 12, 5]);
    service.takeBack(people('a', 7));
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 5, 5]);
    service.takeBack(people('a', 12));
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 0, 5]);
  });

  it('shows nothing of nobody', () => {
    service.answer(people('a', 5), 4);
    service.release();
    service.takeBack(people('a', 5));
    expect(service.release()).toBe('nothing');
  });

  it('gives nobody away to whoever adds and subtracts three releases', () => {
    service.answer(people('a', 5), 4);
    service.answer(['p'], 1);
    service.release();
    service.answer(people('b', 5), 5);
    service.release();
    // The first and the third less the second would be p.
    service.takeBack(people('a', 5));
    expect(service.release()).toBe('nothing');
    service.answer(people('a', 5), 'cant-say');
    expect(service.release()).not.toContain('leverage');
  });

  it('gives nobody away by a text that outlives all others', () => {
    service.answer(people('a', 15), 4);
    service.answer(['p'], 1, { comment: 'hate it' });
    service.release();
    service.answer(people('b', 10), 5);
    service.release();
    for (const size of [5, 10, 15]) {
      service.takeBack(people('a', size));
      expect(service.release()).not.toContain('texts');
    }
    expect(service.figures?.comments).toEqual(['hate it']);
  });

  it('gives nobody away by a comment that becomes feedback', () => {
    service.answer(people('a', 10), 4);
    service.answer(['p'], 1, { comment: 'hate it' });
    service.release();
    service.answer(['p'], 1, { comment: 'hate it', asFeedback: true });
    service.answer(people('b', 10), 5);
    service.release();
    expect(service.feedback).toEqual([]);
    expect(service.figures?.comments).toEqual(['hate it']);
  });

  it('tells texts of ten, whoever of them wrote', () => {
    service.answer(people('a', 9), 4);
    service.answer(['a0'], 4, { comment: 'slow' });
    service.answer(['a1'], 4, { comment: 'wants docs', asFeedback: true });
    service.release();
    expect(service.figures?.comments).toBeUndefined();
    service.answer(['a9'], 4, { comment: 'slow' });
    expect(service.release()).toBe('texts');
    // What two have said is told once.
    expect(service.figures?.comments).toEqual(['slow']);
    expect(service.feedback).toEqual(['wants docs']);
    service.answer(people('b', 9), 4, { comment: 'fast' });
    service.release();
    expect(service.figures?.comments).toEqual(['slow']);
    service.answer(['b9'], 4);
    expect(service.release()).toBe('texts');
    expect(service.figures?.comments).toEqual(['fast', 'slow']);
  });

  it('does not tell who can’t say', () => {
    const live = (silent: string) => {
      const own = new Service();
      const seen: unknown[] = [];
      for (const name of [...people('a', 5), 'p']) {
        own.answer([name], name === silent ? 'cant-say' : 3);
      }
      for (const act of [
        () => own.answer(people('b', 5), 3),
        () => own.takeBack(people('a', 5)),
        () => own.answer(people('b', 5), 2),
      ]) {
        own.release();
        seen.push([own.figures?.participation, own.leverage]);
        act();
      }
      return seen;
    };
    expect(live('p')).toEqual(live('a0'));
  });

  it('does not tell by an edit that somebody could not say before', () => {
    service.answer(people('a', 5), 3);
    service.release();
    service.answer(people('b', 4), 3);
    service.answer(['x'], 'cant-say');
    service.release();
    expect(service.leverage).toEqual([0, 0, 9, 0, 0]);
    service.answer(['x'], 3);
    expect(service.release()).toBe('nothing');
  });

  it('holds up nobody for one who has left or changed early', () => {
    service.answer(people('a', 5), 4);
    service.release();
    service.answer(people('b', 100), 4);
    service.release();
    service.answer(people('b', 90), 1);
    service.answer(['a0'], 1);
    service.release();
    expect(service.leverage).toEqual([90, 0, 0, 15, 0]);
    service.takeBack(['a1', ...people('b', 80)]);
    service.release();
    expect(service.leverage).toEqual([10, 0, 0, 15, 0]);
  });

  it('knows who comes back from who is new', () => {
    service.answer(people('a', 11), 4);
    service.release();
    service.takeBack(people('a', 5));
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 6, 0]);
    service.answer(['a0'], 4);
    service.answer(people('b', 4), 5);
    expect(service.release()).toBe('nothing');
    service.answer(['b4'], 5);
    service.release();
    expect(service.leverage).toEqual([0, 0, 0, 6, 5]);
    service.answer(['a0'], 1);
    service.answer(['a1', 'a2', 'a3', 'a4'], 4);
    service.release();
    expect(service.leverage).toEqual([1, 0, 0, 10, 5]);
  });

  it('lets nobody who is erased again and again stand for others', () => {
    service.answer(['m0', 'v', ...people('o', 4)], 3);
    service.release();
    for (const turn of [0, 1, 2]) {
      service.erase(`m${turn}`, `erased${turn}`);
      service.answer([`m${turn + 1}`, ...people(`x${turn}-`, 4)], 3);
      service.release();
    }
    service.erase('m3', 'erased3');
    service.takeBack(['v']);
    expect(service.release()).toBe('nothing');
  });
});
