export * from './events.schema';
export * from './guests.schema';
