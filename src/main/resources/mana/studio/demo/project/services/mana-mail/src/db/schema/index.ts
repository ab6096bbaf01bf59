export * from './mail.schema';
export * from './attachments.schema';
export * from './labels.schema';
