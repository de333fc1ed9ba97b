export { responseRate } from './responseRate';
