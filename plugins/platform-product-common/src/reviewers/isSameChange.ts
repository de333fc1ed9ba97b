import { ReviewRequest } from './reviewRequests';

/** What a request says of the change that it is about. */
type AskedChange = Pick<ReviewRequest, 'paths' | 'changeUrl'>;

/**
 * Whether two requests are about one change, as far as they tell: by their links where
 * both have one, else by a path that both have. No path at all is the whole repository.
 */
export function isSameChange(one: AskedChange, other: AskedChange): boolean {
  if (one.changeUrl && other.changeUrl) {
    return one.changeUrl === other.changeUrl;
  }
  return one.paths.length && other.paths.length
    ? one.paths.some(path => other.paths.includes(path))
    : one.paths.length === other.paths.length;
}
