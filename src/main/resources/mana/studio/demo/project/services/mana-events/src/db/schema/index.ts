export * from './events.schema';
export * from './guests.schema';
export * from './comments.schema';
export * from './views.schema';
export * from './discovery.schema';
