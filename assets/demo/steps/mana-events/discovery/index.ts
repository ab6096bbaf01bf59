export * from './events.schema';
export * from './guests.schema';
export * from './discovery.schema';
