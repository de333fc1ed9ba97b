export type {
  AnyRouteDefinition,
  AsSent,
  ObjectSchema,
  RouteDefinition,
  RouteInput,
  RouteResponse,
} from './defineRoute';
export type { ListPage } from './parameters';
