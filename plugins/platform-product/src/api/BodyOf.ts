import { RouteInput, routes } from '@platform-product/backstage-plugin-common';

/** What is sent with a call. */
export type BodyOf<Name extends keyof typeof routes> = NonNullable<
  RouteInput<(typeof routes)[Name]>['body']
>;
