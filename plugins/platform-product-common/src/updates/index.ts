export type { Follow } from './follows';
