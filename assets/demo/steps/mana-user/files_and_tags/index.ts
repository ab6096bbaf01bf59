export * from './settings.schema';
export * from './profiles.schema';
export * from './tags.schema';
export * from './files.schema';
