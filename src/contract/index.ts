export * from './contract';
export * from './errors';
export * from './file-report';
export * from './manifest';
