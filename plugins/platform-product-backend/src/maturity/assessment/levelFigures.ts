import { Ladder } from '@platform-product/backstage-plugin-common';
import { Figure, FigureSource } from '../../services/Figure';
import { AssessedService, MaturityStore } from './MaturityStore';

export const levelFigures = [
  'level',
  'measuredLevel',
  'levelSince',
  'atRiskUntil',
];

/** What lists show of the level of a service. */
export function levelFiguresOf(
  service: AssessedService,
  titles: ReadonlyMap<string, string>,
): Figure[] {
  const { entityRef, level, levelSince, atRisk, heldBackBy } = service;
  const sortedBy = (figure: string, value: number): Figure => ({
    entityRef,
    figure,
    value,
    content: {},
  });
  return [
    {
      ...sortedBy('level', level),
      content: {
        level,
        levelWithoutWaivers: service.levelWithoutWaivers,
        measuredLevel: service.measuredLevel,
        declaredLevel: service.declaredLevel,
        atRiskUntil: atRisk?.until,
        atRisk,
        heldBackBy: [...heldBackBy],
        heldBackByTitle: heldBackBy.length
          ? titles.get(heldBackBy[0])
          : undefined,
        levelSince: levelSince.toISOString(),
      },
    },
    sortedBy('measuredLevel', service.measuredLevel),
    sortedBy('levelSince', +levelSince),
    ...(atRisk ? [sortedBy('atRiskUntil', Date.parse(atRisk.until))] : []),
  ];
}

export function titlesOf(ladder: Ladder): ReadonlyMap<string, string> {
  return new Map(ladder.criteria.map(({ id, title }) => [id, title]));
}

/** The figures of levels, from the newest assessments. */
export function createLevelFigures(options: {
  readonly store: MaturityStore;
  readonly ladder: Ladder;
}): FigureSource {
  const titles = titlesOf(options.ladder);
  return {
    figures: levelFigures,
    async find(entityRefs) {
      const services = await options.store.listServices(entityRefs);
      return services.flatMap(service => levelFiguresOf(service, titles));
    },
  };
}
