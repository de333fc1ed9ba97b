export * from './actions';
export * from './follows';
export * from './routes';
