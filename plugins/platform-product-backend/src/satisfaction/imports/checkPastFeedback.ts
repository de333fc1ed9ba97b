import { InputError } from '@backstage/errors';
import { pastFeedbackSchema } from '@platform-product/backstage-plugin-common/rules';
import { FeedbackRecord } from '@platform-product/backstage-plugin-node';

/**
 * Looks at feedback to import before any of it is kept: exports of other tools hold what
 * users typed.
 *
 * @throws InputError naming the first that is anonymous, could not have been given
 * here, or is said to go on in one that is not there
 */
export function checkPastFeedback(feedback: readonly FeedbackRecord[]): void {
  const services = new Map(feedback.map(item => [item.key, item.entityRef]));
  const refuse = (key: string, problem: string) => {
    throw new InputError(`The feedback '${key}' to import ${problem}`);
  };
  for (const item of feedback) {
    const { key, entityRef, duplicateOf } = item;
    const visibility: string = item.visibility;
    if (visibility === 'anonymous') {
      refuse(key, 'is anonymous, but its author is given');
    }
    const { error } = pastFeedbackSchema.safeParse(item);
    if (error) {
      const [{ path, message }] = error.issues;
      refuse(key, `has a bad field ${path.join('.')}: ${message}`);
    }
    if (duplicateOf && services.get(duplicateOf) !== entityRef) {
      refuse(
        key,
        `is a duplicate of '${duplicateOf}', which its service has not`,
      );
    }
  }
}
