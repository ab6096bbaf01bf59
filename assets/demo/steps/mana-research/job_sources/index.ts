export * from './research.schema';
export * from './sources.schema';
