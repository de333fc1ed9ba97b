export * from './follows';
export * from './routes';
