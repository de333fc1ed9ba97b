import { Notice } from '@platform-product/backstage-plugin-common';
import {
  isOpen,
  measureNotices,
  updatesFigures,
} from '@platform-product/backstage-plugin-common/rules';
import { Figure, FigureSource } from '../../services/Figure';
import { NoticeStore } from './NoticeStore';
import { listWithReach } from './publishedNotices';
import { ReachStore } from './ReachStore';

const year = 365 * 24 * 60 * 60 * 1000;

/** What lists show of how the users of a service are told; three queries. */
export function createNoticeFigures(options: {
  readonly store: Pick<NoticeStore, 'listPublished'>;
  readonly reachStore: Pick<ReachStore, 'count'>;
  readonly now: () => Date;
}): FigureSource {
  const { now, ...stores } = options;
  return {
    figures: updatesFigures.sorts,
    async find(entityRefs) {
      const at = now();
      const found = await listWithReach(stores, entityRefs, {
        since: new Date(+at - year),
        now: at,
      });
      const byService = new Map<string, Notice[]>();
      for (const notice of found) {
        const others = byService.get(notice.entityRef);
        if (others) others.push(notice);
        else byService.set(notice.entityRef, [notice]);
      }
      return [...byService].flatMap(([entityRef, own]) =>
        figuresOf(entityRef, own, at),
      );
    },
  };
}

/** The measures stand in the content of the first figure that there is. */
function figuresOf(
  entityRef: string,
  notices: readonly Notice[],
  now: Date,
): Figure[] {
  const measures = measureNotices(notices, now);
  const { promises, answers, completeness } = measures;
  const open = notices.filter(isOpen).length;
  const values: Record<string, number | undefined> = {
    timeToNotify: measures.timeToNotify?.p50,
    promisesKept: shareOf(promises.kept, promises.made),
    noticesComplete: completeness,
    noticesAnswered: shareOf(answers.given, answers.wanted),
    timeToPostMortem: measures.timeToPostMortem,
  };
  const figures = Object.entries(values).flatMap(([figure, value]) =>
    value === undefined
      ? []
      : [{ entityRef, figure, value, content: { noticeMeasures: measures } }],
  );
  return open
    ? [
        {
          entityRef,
          figure: 'openNotices',
          value: open,
          content: { openNotices: open },
        },
        ...figures,
      ]
    : figures;
}

function shareOf(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}
