/** How refs begin that stand in the place of people who were erased. */
export const forgottenPrefix = 'user:default/erased-';

/** Whether a ref stands in the place of somebody who was erased. */
export const isForgotten = (userRef: string): boolean =>
  userRef.startsWith(forgottenPrefix);
