import { routes } from '../routes';
import { Fields } from './fields';

/** What a route takes, field by field, and what it answers. */
export interface RouteExample {
  readonly params?: Fields;
  readonly query?: Fields;
  readonly body?: Fields;
  /** With what may be left out marked by `maybe`. */
  readonly answer: unknown;
}

type OperationId = keyof typeof routes;

/** An example for each of the given routes. */
export type RouteExamples<T extends OperationId = OperationId> = Readonly<
  Record<T, RouteExample>
>;
