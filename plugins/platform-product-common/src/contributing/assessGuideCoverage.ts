import type { Root } from 'mdast';
import { z } from 'zod';
import { guideAnswerSchema } from './routes';

/** @public */
export type GuideAnswer = z.infer<typeof guideAnswerSchema>;

/** @public */
export function assessGuideCoverage(_guide: Root): readonly GuideAnswer[] {
  return [];
}
