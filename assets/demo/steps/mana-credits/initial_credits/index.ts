export * from './schema';
export * from './credits.schema';
