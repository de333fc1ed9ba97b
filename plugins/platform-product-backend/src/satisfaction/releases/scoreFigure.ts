import { FigureSource } from '../../services/Figure';
import { ScoreService } from './ScoreService';

/** What lists show of the satisfaction with a service. */
export function createScoreFigure(
  scores: Pick<ScoreService, 'listOverall'>,
): FigureSource {
  return {
    figures: ['satisfaction'],
    async find(entityRefs) {
      const found = await scores.listOverall(entityRefs);
      return [...found].map(([entityRef, satisfaction]) => ({
        entityRef,
        figure: 'satisfaction',
        value: satisfaction.mean.mean,
        content: { satisfaction },
      }));
    },
  };
}
