import fc from 'fast-check';
import { placeBefore } from './roadmapOrder';

describe('placeBefore', () => {
  it('puts an item before another one, or last', () => {
    const column = ['a', 'b', 'c'];
    expect(placeBefore(column, 'c', 'a')).toEqual(['c', 'a', 'b']);
    expect(placeBefore(column, 'a', 'c')).toEqual(['b', 'a', 'c']);
    expect(placeBefore(column, 'a', undefined)).toEqual(['b', 'c', 'a']);
    expect(placeBefore(column, 'new', 'b')).toEqual(['a', 'new', 'b', 'c']);
    expect(placeBefore([], 'new', undefined)).toEqual(['new']);
  });

  it('knows no place before itself, or before what is elsewhere', () => {
    expect(placeBefore(['a', 'b'], 'a', 'a')).toBeUndefined();
    expect(placeBefore(['a', 'b'], 'a', 'z')).toBeUndefined();
  });

  it('loses nothing, doubles nothing and leaves the others in their order', () => {
    const columns = fc.uniqueArray(fc.integer().map(String), { minLength: 2 });
    fc.assert(
      fc.property(columns, fc.nat(), fc.nat(), (ids, one, other) => {
        const [id, before] = [ids[one % ids.length], ids[other % ids.length]];
        const placed = placeBefore(ids, id, before);
        if (id === before) return placed === undefined;
        const others = ids.filter(known => known !== id);
        expect(placed!.filter(known => known !== id)).toEqual(others);
        expect(placed!.indexOf(before)).toBe(placed!.indexOf(id) + 1);
        return placed!.length === ids.length;
      }),
    );
  });
});
