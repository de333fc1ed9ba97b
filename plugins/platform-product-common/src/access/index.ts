export { RESOURCE_TYPE_PLATFORM_PRODUCT_SERVICE } from './ServiceActionRule';
export type { ServiceActionRule, ServiceRole } from './ServiceActionRule';
export type { Access } from './routes';
export { platformProductPermissions, serviceActions } from './serviceActions';
export type { ServiceAction } from './serviceActions';
