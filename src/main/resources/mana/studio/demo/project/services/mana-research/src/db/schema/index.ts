export * from './research.schema';
export * from './sources.schema';
export * from './reports.schema';
