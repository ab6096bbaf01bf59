export * from './auth.schema';
export * from './sessions.schema';
export * from './passkeys.schema';
export * from './organizations.schema';
export * from './api-keys.schema';
export * from './audit.schema';
