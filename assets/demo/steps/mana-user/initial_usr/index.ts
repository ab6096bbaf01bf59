export * from './settings.schema';
export * from './profiles.schema';
