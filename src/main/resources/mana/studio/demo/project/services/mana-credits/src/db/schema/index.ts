export * from './schema';
export * from './credits.schema';
export * from './packages.schema';
export * from './reservations.schema';
