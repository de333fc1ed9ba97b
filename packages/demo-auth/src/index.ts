export { demoAuthProvider } from './demoAuthProvider';
export { personas } from './personas';
