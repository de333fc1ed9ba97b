import { PortfolioItem } from '@platform-product/backstage-plugin-common';
import { parseCsv } from '../__testUtils__/lists/parseCsv';
import { csvHeader, toCsvLine } from './toCsv';

const item: PortfolioItem = {
  entityRef: 'component:default/logs',
  title: 'Logs',
  kind: 'component',
  level: 0,
  levelWithoutWaivers: 0,
  measuredLevel: 0,
  heldBackBy: [],
  levelSince: '2026-11-22T10:00:00.000Z',
  asOf: '2026-11-23T10:00:00.000Z',
};

const score = { low: 0, high: 1 };

describe('CSV of the portfolio', () => {
  it('has a line for each service, with a column for each figure', () => {
    expect(csvHeader).toBe(
      'entityRef,title,kind,owner,system,level,levelWithoutWaivers,measuredLevel,declaredLevel,levelSince,atRiskUntil,heldBackBy,satisfactionMean,satisfactionRound,openNotices,timeToNotifyMinutes,asOf\r\n',
    );
    expect(
      toCsvLine({
        ...item,
        owner: 'group:default/logs-team',
        system: 'system:default/running',
        level: 2,
        levelWithoutWaivers: 1,
        measuredLevel: 1,
        declaredLevel: 3,
        atRiskUntil: '2026-12-01T00:00:00.000Z',
        heldBackBy: ['guide', 'asked'],
        satisfaction: {
          roundId: '2026-Q4',
          n: 5,
          good: { ...score, share: 0.25 },
          mean: { ...score, mean: 3.9949 },
        },
        openNotices: 2,
        noticeMeasures: {
          notices: 3,
          timeToNotify: { p50: 17.6, p90: 60 },
          promises: { kept: 1, made: 1 },
          answers: { given: 0, wanted: 0 },
        },
      }),
    ).toBe(
      'component:default/logs,Logs,component,group:default/logs-team,system:default/running,2,1,1,3,2026-11-22T10:00:00.000Z,2026-12-01T00:00:00.000Z,guide asked,3.99,2026-Q4,2,18,2026-11-23T10:00:00.000Z\r\n',
    );
  });

  it('leaves empty what is not known, and tells 0 from it', () => {
    const line =
      'component:default/logs,Logs,component,,,0,0,0,,2026-11-22T10:00:00.000Z,,,,,,,2026-11-23T10:00:00.000Z\r\n';
    expect(toCsvLine(item)).toBe(line);
    expect(toCsvLine({ ...item, declaredLevel: 0 })).toBe(
      line.replace(',0,0,0,,', ',0,0,0,0,'),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1'])(
    'is no formula to a spreadsheet: %j',
    title => {
      const [{ title: read }] = parseCsv(
        csvHeader + toCsvLine({ ...item, title }),
      );
      expect(read).toBe(`'${title}`);
    },
  );

  it.each([
    ...['a,b', 'say "logs"', '"', '""', 'two\r\nlines', 'one\nline', 'a\rb'],
    ...[' blanks ', 'a=b', 'a-b', "'quoted'", '', '🧨', 'x;y'],
  ])('comes back as it was: %j', title => {
    const lines = [title, 'next'].map(one =>
      toCsvLine({ ...item, title: one }),
    );
    expect(
      parseCsv(csvHeader + lines.join('')).map(record => record.title),
    ).toEqual([title, 'next']);
  });

  it('quotes only what has to be', () => {
    expect(toCsvLine({ ...item, title: 'a,b' })).toContain(',"a,b",');
    expect(toCsvLine({ ...item, title: 'say "x"' })).toContain(',"say ""x""",');
    expect(toCsvLine({ ...item, title: 'a b' })).toContain(',a b,');
  });
});
