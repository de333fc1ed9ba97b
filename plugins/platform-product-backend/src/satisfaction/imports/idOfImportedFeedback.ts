import { idOfKey } from '../../database/idOfKey';

/** The id of feedback that is imported with a key, the same at every start. */
export const idOfImportedFeedback = (key: string): string =>
  idOfKey('feedback', key);
