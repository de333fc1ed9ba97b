export * from './home';
export * from './portfolio';
